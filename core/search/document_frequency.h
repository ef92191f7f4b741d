// document_frequency.h: how many papers of the whole library have a word.
#pragma once

#include <cstdint>

#include "core/library/library.h"
#include "core/query/query.h"

namespace broadsheet {

// Papers with any word that the term expands to, in any field. Cost: O(segments · log terms); where a segment
// has several such words, O(their postings).
uint64_t document_frequency_of(const Library& library, const QueryTerm& term);

// At least so many of them, by the most frequent of the words. Cost: O(segments · log terms).
uint64_t least_document_frequency_of(const Library& library, const QueryTerm& term);

}  // namespace broadsheet
