#include "core/library/library.h"

#include <algorithm>
#include <cassert>
#include <charconv>
#include <utility>

#include "core/base/checksum.h"
#include "core/base/hot.h"
#include "core/digest/digest_reader.h"
#include "core/digest/repair.h"
#include "core/text/fold.h"

namespace broadsheet {
namespace {

// Repairs the digest's papers; returns those that it changed, as they were.
VerbatimPapers repair(Digest& digest) {
  VerbatimPapers verbatim;
  for (uint32_t i = 0; i < digest.papers.size(); ++i) {
    Paper& paper = digest.papers[i];
    if (std::optional<Paper> mended = repaired(paper, digest.arena)) {
      verbatim.emplace(i, std::move(paper));
      paper = std::move(*mended);
    }
    spell_authors(paper, digest.arena);
  }
  return verbatim;
}

constexpr std::string_view kReadSet = "is:read";
constexpr std::string_view kUnreadSet = "is:unread";

// The index, from 0, for a number from 1 as key_of writes it; SIZE_MAX if the text is not one.
size_t place_of_number(std::string_view digits) {
  uint32_t number = 0;
  const char* const end = digits.data() + digits.size();
  const auto [after, error] = std::from_chars(digits.data(), end, number);
  return error == std::errc() && after == end && digits.front() != '0' ? size_t{number} - 1 : SIZE_MAX;
}

}  // namespace

Result<const Digest*> Library::read(std::string_view file_name, std::string bytes, uint64_t written,
                                    const Decoder& decode) {
  assert(!pending_);
  Result<Digest> digest = read_digest(file_name, std::move(bytes), decode);
  if (!digest.ok()) return digest.error();
  const uint64_t hash = hash_bytes(digest.value().source);
  if (const Volume* open = volume_index_.by_content(hash))
    return Error{ErrorCode::kAlreadyOpen, "the same digest is open as " + open->head().name()};
  VerbatimPapers verbatim = repair(digest.value());
  pending_ = std::make_unique<Volume>(std::move(digest.value()), std::move(verbatim));
  pending_->content_hash = hash;
  pending_->written = written;
  pending_->label = volume_index_.free_label(pending_->head());
  return &pending_->digest();
}

uint32_t Library::index(uint32_t max_papers) {
  if (!pending_) return 0;
  const Digest& digest = pending_->digest();
  const auto total = static_cast<uint32_t>(digest.papers.size());
  const uint32_t done = segments_.paper_count() - papers_.size();
  const uint32_t end = done + std::min(max_papers, total - done);
  for (uint32_t i = done; i < end; ++i) segments_.add(digest.papers[i]);
  if (end < total) return total - end;
  std::vector<PaperFacts> facts;
  facts.reserve(total);
  for (const Paper& paper : digest.papers) facts.push_back(facts_of(paper, date_of(digest, paper)));
  const std::vector<FacetId> authors = papers_.number_authors(digest);
  take(std::move(pending_), facts, authors);
  segments_.seal_if_full();
  return 0;
}

void Library::take(std::unique_ptr<Volume> volume, std::span<const PaperFacts> facts,
                   std::span<const FacetId> authors) {
  introduce(papers_.add(std::move(volume), facts, authors));
}

BROADSHEET_HOT void Library::introduce(const Volume& volume) {
  volume_index_.add(volume);
  const DigestHead digest = volume.head();
  for (uint32_t i = 0; i < digest.paper_count(); ++i) {
    digest.paper(i).for_each_label([&](std::string_view label) {
      if (!labels_.insert(label).second) return;
      if (std::string key = label_key(label); !key.empty()) vocabulary_.extra_fields.insert(std::move(key));
    });
  }
  if (sets_.empty()) return;
  for (uint32_t i = 0; i < digest.paper_count(); ++i) {
    const PaperOrdinal paper = volume.first_paper + i;
    sets_.meet(work_name(paper), works().work_of(paper));
  }
}

uint32_t Library::adopt(std::vector<DecodedVolume> volumes, std::vector<Segment> segments,
                        std::span<const std::string_view> authors) {
  abandon();
  const size_t count = volumes.size();
  std::erase_if(volumes, [&](const DecodedVolume& each) {
    return volume_index_.by_content(each.volume->content_hash) != nullptr;
  });
  const bool all_are_new = volumes.size() == count;
  if (all_are_new) commit();
  auto& facets = papers_.column<FacetColumns>();
  // Numbered in order of appearance, as if the digests had been read.
  const bool as_saved = all_are_new && papers_.size() == 0;
  std::vector<FacetId> number_here;
  if (as_saved) {
    facets.adopt_authors(authors);
  } else {
    number_here.assign(authors.size(), kNoFacet);
    facets.reserve_authors(facets.authors().size() + static_cast<uint32_t>(authors.size()));
  }
  size_t papers = papers_.size();
  for (const DecodedVolume& each : volumes) papers += each.facts.size();
  papers_.column<Works>().reserve(papers);
  // What is left of an older making gives way to the newer one, whichever comes first.
  for (const bool rests : {false, true}) {
    for (const DecodedVolume& each : volumes) {
      if (each.volume->is_rest != rests) continue;
      each.volume->label = volume_index_.free_label(each.volume->head());
      volume_index_.add(*each.volume);
    }
  }
  for (DecodedVolume& each : volumes) {
    if (!all_are_new) {
      for (const Paper& paper : each.volume->digest().papers) segments_.add(paper);
    }
    if (!as_saved) {
      for (uint32_t& author : each.authors) {
        FacetId& number = number_here[author];
        if (number == kNoFacet) number = facets.number_author(authors[author]);
        author = number;
      }
    }
    take(std::move(each.volume), each.facts, each.authors);
    segments_.seal_if_full();
  }
  if (all_are_new) segments_.append(std::move(segments));
  return static_cast<uint32_t>(volumes.size());
}

void Library::abandon() {
  pending_.reset();
  drop_unfinished();
}

void Library::commit() {
  drop_unfinished();
  segments_.commit();
}

void Library::tidy() {
  drop_unfinished();
  segments_.tidy();
}

void Library::drop_unfinished() {
  if (segments_.paper_count() == papers_.size()) return;
  segments_.drop_waiting();
  for (PaperOrdinal paper = segments_.sealed_count(); paper < papers_.size(); ++paper)
    segments_.add(papers_.text(paper));
}

std::string Library::work_name(PaperOrdinal ordinal) const {
  const std::string_view identity = works().identity_of(ordinal);
  return identity.empty() ? key_of(ordinal) : std::string(identity);
}

WorkId Library::find_work(const std::string& name) const {
  if (const auto found = works().find(name)) return *found;
  const PaperOrdinal paper = name.starts_with('#') ? locate(name) : paper_count();
  return paper == paper_count() ? WorkSets::kUnknown : works().work_of(paper);
}

PaperOrdinal Library::best_of(const std::string& work_name) const {
  const WorkId work = find_work(work_name);
  return work == WorkSets::kUnknown ? paper_count() : works().first(work);
}

void Library::define_set(std::string_view name, const std::vector<std::string>& works) {
  const std::string key = fold(name);
  if (sets_.define(key)) {
    vocabulary_.sets.push_back(key);
    if (key == kReadSet) {
      vocabulary_.sets.emplace_back(kUnreadSet);
      sets_.define_complement(std::string(kUnreadSet), key);
    }
  }
  for (const std::string& work : works) sets_.put(key, work, find_work(work), true);
}

std::optional<uint32_t> Library::set_number(std::string_view name) const {
  const uint32_t number = sets_.number_of(fold(name));
  return number == WorkSets::kUnknown ? std::nullopt : std::optional(number);
}

const WorkSet* Library::find_set(std::string_view name) const { return sets_.find(fold(name)); }

void Library::put_in_set(std::string_view name, const std::string& work, bool member) {
  sets_.put(fold(name), work, find_work(work), member);
}

PaperRef Library::paper(PaperOrdinal ordinal) const {
  const Paper& paper = papers_.text(ordinal);
  const Volume& volume = papers_.volume_of(ordinal);
  return {volume, paper, ordinal - volume.first_paper};
}

const Paper* Library::verbatim(PaperOrdinal ordinal) const {
  const PaperRef ref = paper(ordinal);
  const VerbatimPapers& verbatim = ref.volume.verbatim();
  const auto found = verbatim.find(ref.index);
  return found == verbatim.end() ? nullptr : &found->second;
}

std::string Library::key_of(PaperOrdinal ordinal) const {
  const Volume& volume = papers_.volume_of(ordinal);
  const std::string_view id = papers_.head(ordinal).arxiv_id().id;
  const bool named_by_id = !id.empty() && !works().is_repeated(ordinal);
  const std::string place = std::to_string(ordinal - volume.first_paper + 1);
  return (named_by_id ? std::string(id) : "#" + place) + "@" + volume.label;
}

PaperOrdinal Library::locate(std::string_view key) const {
  // A digest's name may contain an @; the part before it cannot.
  const size_t at = key.find('@');
  const std::string_view name = key.substr(0, at);
  const Volume* const volume =
      volume_index_.by_label(at == std::string_view::npos ? std::string_view() : key.substr(at + 1));
  if (volume != nullptr && name.starts_with('#')) {
    const size_t place = place_of_number(name.substr(1));
    if (place < volume->head().paper_count()) return volume->first_paper + static_cast<uint32_t>(place);
  }
  const std::optional<WorkId> work = name.empty() ? std::nullopt : works().find(name);
  if (!work) return paper_count();
  PaperOrdinal found = paper_count();
  for (PaperOrdinal each = works().first(*work); each != Works::kNoPaper && volume != nullptr;
       each = works().next(each)) {
    const bool is_inside =
        each >= volume->first_paper && each - volume->first_paper < volume->head().paper_count();
    if (is_inside && papers_.head(each).arxiv_id().id == name) found = std::min(found, each);
  }
  return found < paper_count() ? found : works().first(*work);
}

}  // namespace broadsheet
