/*
 * libxml2 as a peer: each document becomes a tree, and the tree is walked so that every text and
 * every attribute value is touched. Speaks the protocol of bench/worker.ts: see bench/README.md.
 * One parser context is used again and again, with the options under which libxml2 is quickest.
 */
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <stdio.h>
#include <string.h>
#include "worker.h"

static xmlParserCtxtPtr context;

const char *peer_version(void) { return LIBXML_DOTTED_VERSION; }

static xmlDocPtr parse(const struct document *document) {
  return xmlCtxtReadMemory(context, document->bytes, (int)document->length, NULL, NULL,
                           XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_COMPACT | XML_PARSE_NOERROR |
                               XML_PARSE_NOWARNING);
}

/* Iterative, as a walk by a careful C program would be: down, along, up. */
static void walk(xmlNodePtr root, struct counts *counts) {
  xmlNodePtr node = root;
  while (node != NULL) {
    if (node->type == XML_ELEMENT_NODE) {
      counts->elements++;
      for (xmlAttrPtr attribute = node->properties; attribute != NULL; attribute = attribute->next) {
        counts->attributes++;
        if (attribute->children != NULL) counts->touched += strlen((const char *)attribute->children->content);
      }
    } else if (node->content != NULL) {
      counts->touched += strlen((const char *)node->content);
    }
    if (node->type == XML_ELEMENT_NODE && node->children != NULL) {
      node = node->children;
      continue;
    }
    while (node != NULL && node != root && node->next == NULL) node = node->parent;
    if (node == NULL || node == root) return;
    node = node->next;
  }
}

void read_document(const struct document *document, struct counts *counts) {
  xmlDocPtr tree = parse(document);
  counts->documents++;
  if (tree == NULL || !context->wellFormed) counts->refused++;
  if (tree == NULL) return;
  walk(xmlDocGetRootElement(tree), counts);
  xmlFreeDoc(tree);
}

static void audit_node(xmlNodePtr node, const char *parent, const char *name, struct counts *counts) {
  for (; node != NULL; node = node->next) {
    if (node->type == XML_ELEMENT_NODE) {
      xmlChar *id = node->properties == NULL ? NULL : node->properties->children->content;
      for (xmlAttrPtr attribute = node->properties; attribute != NULL; attribute = attribute->next)
        counts->attributes++;
      audit_element((const char *)node->name, (const char *)id, counts);
      audit_node(node->children, name, (const char *)node->name, counts);
    } else if (node->content != NULL) {
      audit_text(parent, name, (const char *)node->content, counts);
    }
  }
}

void audit_document(const struct document *document, struct counts *counts) {
  xmlDocPtr tree = parse(document);
  counts->documents++;
  if (tree == NULL || !context->wellFormed) counts->refused++;
  if (tree == NULL) return;
  begin_audit(counts);
  audit_node(xmlDocGetRootElement(tree), "", "", counts);
  end_audit(counts);
  xmlFreeDoc(tree);
}

int main(int argc, char **argv) {
  xmlInitParser();
  context = xmlNewParserCtxt();
  return serve(argc, argv);
}
