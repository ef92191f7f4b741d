// taken_digest.h: a digest whose papers a library takes: what the columns of its papers are made of.
#pragma once

#include <cstdint>
#include <span>

#include "core/digest/digest_head.h"
#include "core/index/paper_facts.h"

namespace broadsheet {

struct TakenDigest {
  DigestHead digest;                  // it must outlive the columns
  std::span<const PaperFacts> facts;  // one per paper
  std::span<const uint32_t> authors;  // the numbers of all papers' authors, in order
};

}  // namespace broadsheet
