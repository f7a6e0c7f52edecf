/*
 * libxml2 as a validator: each document becomes a tree, which is held against the SEC's schema of its form type. Each
 * schema is compiled once; one parser context and one validation context a schema are used again and again. The second
 * argument is the folder of the schema files. Speaks the protocol of bench/worker.ts: see bench/README.md.
 */
#define VALIDATES
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlschemas.h>
#include <stdio.h>
#include <string.h>
#include "worker.h"

#define TYPES 6
/* A document of another type is held against the schema of the first. */
static const char *const types[TYPES] = {"4", "4/A", "3", "3/A", "5", "5/A"};
static xmlSchemaValidCtxtPtr validators[TYPES];
static xmlParserCtxtPtr context;

const char *peer_version(void) { return LIBXML_DOTTED_VERSION; }

/* Complaints are only counted: printing them would cost more than finding them. libxml2 words them all the same. */
static void ignore(void *data, const xmlError *error) {
  (void)data;
  (void)error;
}

/* The include inside a schema file is found beside it. */
static xmlSchemaValidCtxtPtr compile(const char *folder, const char *type) {
  char path[4096];
  snprintf(path, sizeof path, "%s/ownership%c%sDocument.xsd.xml", folder, type[0], type[1] == '/' ? "A" : "");
  xmlSchemaParserCtxtPtr parser = xmlSchemaNewParserCtxt(path);
  xmlSchemaPtr schema = parser == NULL ? NULL : xmlSchemaParse(parser);
  xmlSchemaFreeParserCtxt(parser);
  return schema == NULL ? NULL : xmlSchemaNewValidCtxt(schema);
}

static xmlSchemaValidCtxtPtr validator_of(xmlDocPtr tree) {
  xmlNodePtr root = xmlDocGetRootElement(tree);
  for (xmlNodePtr node = root == NULL ? NULL : root->children; node != NULL; node = node->next) {
    if (node->type != XML_ELEMENT_NODE || strcmp((const char *)node->name, "documentType")) continue;
    if (node->children == NULL || node->children->content == NULL) break;
    for (int i = 0; i < TYPES; i++)
      if (!strcmp((const char *)node->children->content, types[i])) return validators[i];
    break;
  }
  return validators[0];
}

void read_document(const struct document *document, struct counts *counts) {
  xmlDocPtr tree = xmlCtxtReadMemory(context, document->bytes, (int)document->length, NULL, NULL,
                                     XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_COMPACT | XML_PARSE_NOERROR |
                                         XML_PARSE_NOWARNING);
  counts->documents++;
  if (tree == NULL || !context->wellFormed) counts->refused++;
  if (tree == NULL) return;
  if (xmlSchemaValidateDoc(validator_of(tree), tree) != 0) counts->invalid++;
  xmlFreeDoc(tree);
}

void audit_document(const struct document *document, struct counts *counts) { read_document(document, counts); }

int main(int argc, char **argv) {
  if (argc != 3) {
    fprintf(stderr, "usage: %s PACKED-FILE SCHEMA-FOLDER\n", argv[0]);
    return 2;
  }
  xmlInitParser();
  context = xmlNewParserCtxt();
  for (int i = 0; i < TYPES; i++) {
    validators[i] = compile(argv[2], types[i]);
    if (validators[i] == NULL) {
      fprintf(stderr, "the schema of type %s does not compile\n", types[i]);
      return 2;
    }
    xmlSchemaSetValidStructuredErrors(validators[i], (xmlStructuredErrorFunc)ignore, NULL);
  }
  return serve(2, argv);
}
