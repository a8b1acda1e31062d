// Where on a web page the document stands.
#pragma once

#include <cstdint>

#include "ingest/html_tree.h"

namespace rasoat {

// The node that holds the document: a container of a known portal (corpus/lexicon,
// portal_containers.tsv), else the smallest element with the document's head, legal basis and
// articles, else the page's body.
uint32_t find_container(const HtmlTree& tree);

// Whether a line begins like an article, a legal basis or the national motto: text that a portal
// writes nowhere but in a document.
bool is_legal_line(std::string_view line);

}  // namespace rasoat
