/*
 * pugixml as a peer: each document becomes a tree, from a buffer in memory, and the tree is walked so
 * that every text and every attribute value is touched. Compiled twice: parse_default, and with
 * -DPARSE_FLAGS=pugi::parse_full. Speaks the protocol of bench/worker.ts: see bench/README.md.
 */
#include <cstring>
#include <pugixml.hpp>
#include "worker.h"

#ifndef PARSE_FLAGS
#define PARSE_FLAGS pugi::parse_default
#endif

static pugi::xml_document tree;

/* 1130 is 1.13 */
const char *peer_version(void) {
  static char version[16];
  snprintf(version, sizeof version, "%d.%d", PUGIXML_VERSION / 1000, PUGIXML_VERSION / 10 % 100);
  return version;
}

static bool parse(const struct document *document) {
  return tree.load_buffer(document->bytes, document->length, PARSE_FLAGS, pugi::encoding_utf8);
}

static void walk(pugi::xml_node node, struct counts *counts) {
  for (; node; node = node.next_sibling()) {
    if (node.type() == pugi::node_element) {
      counts->elements++;
      for (pugi::xml_attribute attribute = node.first_attribute(); attribute; attribute = attribute.next_attribute()) {
        counts->attributes++;
        counts->touched += strlen(attribute.value());
      }
      walk(node.first_child(), counts);
    } else {
      counts->touched += strlen(node.value());
    }
  }
}

void read_document(const struct document *document, struct counts *counts) {
  counts->documents++;
  if (!parse(document)) counts->refused++;
  walk(tree.document_element(), counts);
}

static void audit_node(pugi::xml_node node, const char *parent, const char *name, struct counts *counts) {
  for (; node; node = node.next_sibling()) {
    if (node.type() == pugi::node_element) {
      for (pugi::xml_attribute attribute = node.first_attribute(); attribute; attribute = attribute.next_attribute())
        counts->attributes++;
      audit_element(node.name(), node.first_attribute().value(), counts);
      audit_node(node.first_child(), name, node.name(), counts);
    } else {
      audit_text(parent, name, node.value(), counts);
    }
  }
}

void audit_document(const struct document *document, struct counts *counts) {
  counts->documents++;
  if (!parse(document)) counts->refused++;
  begin_audit(counts);
  audit_node(tree.document_element(), "", "", counts);
  end_audit(counts);
}

int main(int argc, char **argv) { return serve(argc, argv); }
