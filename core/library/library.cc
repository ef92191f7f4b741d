#include "core/library/library.h"

#include <algorithm>
#include <cassert>

#include "core/base/checksum.h"
#include "core/base/hot.h"
#include "core/digest/digest_reader.h"
#include "core/digest/repair.h"
#include "core/text/fold.h"

namespace broadsheet {
namespace {

constexpr std::string_view kReadSet = "is:read";
constexpr std::string_view kUnreadSet = "is:unread";

}  // namespace

Result<const Digest*> Library::read(std::string_view file_name, std::string bytes) {
  assert(!pending_);
  Result<Digest> digest = read_digest(file_name, std::move(bytes));
  if (!digest.ok()) return digest.error();
  const uint64_t hash = hash_bytes(digest.value().source);
  if (const Volume* open = find_content(hash))
    return Error{"already_open", "the same digest is open as " + open->digest.name};
  pending_ = std::make_unique<Volume>();
  pending_->digest = std::move(digest.value());
  pending_->content_hash = hash;
  repair(*pending_);
  pending_->label = label_of(pending_->digest);
  return static_cast<const Digest*>(&pending_->digest);
}

const Volume* Library::find_content(uint64_t hash) const {
  const auto found = std::find_if(volumes_.begin(), volumes_.end(),
                                  [&](const auto& volume) { return volume->content_hash == hash; });
  return found == volumes_.end() ? nullptr : found->get();
}

void Library::repair(Volume& volume) {
  auto& papers = volume.digest.papers;
  for (uint32_t i = 0; i < papers.size(); ++i) {
    std::optional<Paper> mended = repaired(papers[i], volume.digest.arena);
    if (!mended) continue;
    volume.verbatim.emplace(i, std::move(papers[i]));
    papers[i] = std::move(*mended);
  }
}

std::string Library::label_of(const Digest& digest) const {
  const auto is_free = [&](const std::string& label) {
    return std::none_of(volumes_.begin(), volumes_.end(),
                        [&](const auto& volume) { return volume->label == label; });
  };
  std::string label = digest.name;
  if (!is_free(label)) label = digest.file_name;
  for (uint32_t n = 2; !is_free(label); ++n) label = digest.file_name + "~" + std::to_string(n);
  return label;
}

uint32_t Library::index(uint32_t max_papers) {
  if (!pending_) return 0;
  const auto& papers = pending_->digest.papers;
  const auto total = static_cast<uint32_t>(papers.size());
  const uint32_t done = builder_.paper_count() - unsealed_count();
  const uint32_t end = done + std::min(max_papers, total - done);
  for (uint32_t i = done; i < end; ++i) builder_.add(papers[i]);
  if (end < total) return total - end;
  std::vector<PaperFacts> facts;
  facts.reserve(total);
  for (const Paper& paper : papers) facts.push_back(facts_of(paper, pending_->digest.date));
  const std::vector<FacetId> authors = number_authors(pending_->digest);
  take(std::move(pending_), std::move(facts), authors);
  if (builder_.full()) {
    seal();
    merge_small_segments(kMergeWidth);
  }
  return 0;
}

std::vector<FacetId> Library::number_authors(const Digest& digest) {
  std::vector<FacetId> numbers;
  for (const Paper& paper : digest.papers) {
    for (const std::string_view name : paper.authors) numbers.push_back(facets_.number_author(name));
  }
  return numbers;
}

BROADSHEET_HOT void Library::take(std::unique_ptr<Volume> volume, std::vector<PaperFacts> facts,
                                  std::span<const FacetId> authors) {
  const Digest& digest = volume->digest;
  volume->first_paper = paper_count_;
  paper_count_ += static_cast<uint32_t>(digest.papers.size());
  facets_.add(digest, facts, authors);
  works_.add(digest, facts);
  add_labels(digest);
  for (const Paper& paper : digest.papers) papers_.push_back(&paper);
  facts_.insert(facts_.end(), facts.begin(), facts.end());
  const PaperOrdinal first = volume->first_paper;
  late_texts_ += volume->late_text ? 1 : 0;
  volumes_.push_back(std::move(volume));
  if (sets_.empty()) return;
  for (PaperOrdinal paper = first; paper < paper_count_; ++paper)
    sets_.meet(work_name(paper), works_.work_of(paper));
}

uint32_t Library::adopt(std::vector<DecodedVolume> volumes, std::vector<Segment> segments,
                        std::span<const std::string_view> authors) {
  abandon();
  const size_t count = volumes.size();
  std::erase_if(
      volumes, [&](const DecodedVolume& each) { return find_content(each.volume->content_hash) != nullptr; });
  const bool all_are_new = volumes.size() == count;
  if (all_are_new) commit();
  const PaperOrdinal first = paper_count_;
  // Numbered here in the order of their appearance, as if the digests had been read.
  const bool as_saved = all_are_new && paper_count_ == 0;
  std::vector<FacetId> number_here;
  if (as_saved) {
    facets_.adopt_authors(authors);
  } else {
    number_here.assign(authors.size(), kNoFacet);
    facets_.reserve_authors(facets_.authors().size() + static_cast<uint32_t>(authors.size()));
  }
  size_t papers = paper_count_;
  for (const DecodedVolume& each : volumes) papers += each.facts.size();
  works_.reserve(papers);
  for (DecodedVolume& each : volumes) {
    each.volume->label = label_of(each.volume->digest);
    if (!all_are_new) {
      if (each.volume->late_text) each.volume->late_text->read();
      each.volume->late_text.reset();
      for (const Paper& paper : each.volume->digest.papers) builder_.add(paper);
    }
    if (!as_saved) {
      for (uint32_t& author : each.authors) {
        FacetId& number = number_here[author];
        if (number == kNoFacet) number = facets_.number_author(authors[author]);
        author = number;
      }
    }
    take(std::move(each.volume), std::move(each.facts), each.authors);
    if (builder_.full()) seal();
  }
  if (all_are_new) index_segments(std::move(segments), first);
  return static_cast<uint32_t>(volumes.size());
}

void Library::index_segments(std::vector<Segment> segments, PaperOrdinal first) {
  for (Segment& segment : segments) {
    const uint32_t papers = segment.paper_count();
    statistics_.add(segment);
    segments_.push_back({std::move(segment), first});
    first += papers;
  }
  merge_small_segments(kMergeWidthOfAdopted);
}

uint32_t Library::unsealed_count() const {
  return segments_.empty()
             ? paper_count_
             : paper_count_ - segments_.back().first_paper - segments_.back().segment.paper_count();
}

void Library::abandon() {
  pending_.reset();
  builder_.truncate(unsealed_count());
}

void Library::seal() {
  const PaperOrdinal first = paper_count_ - builder_.paper_count();
  segments_.push_back({builder_.seal(), first});
  statistics_.add(segments_.back().segment);
}

void Library::commit() {
  const uint32_t unsealed = unsealed_count();
  if (unsealed == 0) return;
  // Papers of a digest that is not complete wait for the next segment.
  const uint32_t done = builder_.paper_count() - unsealed;
  builder_.truncate(unsealed);
  seal();
  for (uint32_t i = 0; i < done; ++i) builder_.add(pending_->digest.papers[i]);
  merge_small_segments(kMergeWidth);
}

void Library::tidy() {
  commit();
  merge_small_segments(kMergeWidth);
}

void Library::merge_small_segments(size_t width) {
  const auto tier_of = [](const IndexedPapers& each) {
    int tier = 0;
    for (size_t bytes = each.segment.bytes().size(); bytes >= kSmallestTierBytes; bytes /= kMergeWidth)
      ++tier;
    return tier;
  };
  while (!segments_.empty() && segments_.back().segment.bytes().size() < kFullSegmentBytes) {
    const int tier = tier_of(segments_.back());
    const auto first = std::find_if(segments_.rbegin(), segments_.rend(), [&](const IndexedPapers& each) {
                         return tier_of(each) > tier;
                       }).base();
    std::vector<const Segment*> small;
    size_t bytes = 0;
    for (auto each = first; each != segments_.end(); ++each) {
      small.push_back(&each->segment);
      bytes += each->segment.bytes().size();
    }
    if (small.size() < kMergeWidth || (small.size() < width && bytes < kFullSegmentBytes)) return;
    IndexedPapers merged{merge(small), first->first_paper};
    segments_.erase(first, segments_.end());
    segments_.push_back(std::move(merged));
  }
}

void Library::add_labels(const Digest& digest) {
  for (const Paper& paper : digest.papers) {
    for (const ExtraField& extra : paper.extra) {
      if (!labels_.insert(extra.name).second) continue;
      std::string key = label_key(extra.name);
      auto& known = vocabulary_.extra_fields;
      if (!key.empty() && std::find(known.begin(), known.end(), key) == known.end())
        known.push_back(std::move(key));
    }
  }
}

std::string Library::work_name(PaperOrdinal ordinal) const {
  const std::string_view identity = works_.identity_of(ordinal);
  return identity.empty() ? key_of(ordinal) : std::string(identity);
}

WorkId Library::find_work(const std::string& name) const {
  if (const auto found = works_.find(name)) return *found;
  const PaperOrdinal paper = name.starts_with('#') ? locate(name) : paper_count_;
  return paper == paper_count_ ? WorkSets::kUnknown : works_.work_of(paper);
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

void Library::put_in_set(std::string_view name, const std::string& work, bool member) {
  sets_.put(fold(name), work, find_work(work), member);
}

uint32_t Library::remove(const std::vector<std::string>& labels) {
  const auto goes = [&](const std::unique_ptr<Volume>& volume) {
    return std::find(labels.begin(), labels.end(), volume->label) != labels.end();
  };
  const auto count = static_cast<uint32_t>(std::count_if(volumes_.begin(), volumes_.end(), goes));
  if (count == 0) return 0;
  abandon();
  commit();
  std::vector<bool> stays(paper_count_, true);
  std::vector<std::unique_ptr<Volume>> volumes = std::move(volumes_);
  std::vector<PaperFacts> facts = std::move(facts_);
  for (const auto& volume : volumes) {
    if (!goes(volume)) continue;
    const auto first = stays.begin() + volume->first_paper;
    std::fill(first, first + static_cast<std::ptrdiff_t>(volume->digest.papers.size()), false);
  }

  std::vector<Segment> segments;
  for (IndexedPapers& each : segments_) {
    const auto first = stays.begin() + each.first_paper;
    const std::vector<bool> of_segment(first, first + each.segment.paper_count());
    const auto left = static_cast<uint32_t>(std::count(of_segment.begin(), of_segment.end(), true));
    if (left == each.segment.paper_count()) {
      segments.push_back(std::move(each.segment));
    } else if (left > 0) {
      segments.push_back(without_papers(each.segment, of_segment));
    }
  }

  volumes_.clear();
  papers_.clear();
  facts_.clear();
  segments_.clear();
  labels_.clear();
  statistics_ = {};
  facets_ = {};
  works_ = {};
  vocabulary_.extra_fields.clear();
  sets_.forget_numbers();
  paper_count_ = 0;
  late_texts_ = 0;
  for (auto& volume : volumes) {
    if (goes(volume)) continue;
    const auto first = facts.begin() + volume->first_paper;
    const auto end = first + static_cast<std::ptrdiff_t>(volume->digest.papers.size());
    const std::vector<FacetId> authors = number_authors(volume->digest);
    take(std::move(volume), {first, end}, authors);
  }
  index_segments(std::move(segments), 0);
  return count;
}

size_t Library::read_late_texts(size_t most) {
  size_t read = 0;
  size_t left = 0;
  for (auto volume = volumes_.rbegin(); late_texts_ > 0 && volume != volumes_.rend(); ++volume) {
    if (!(*volume)->late_text) continue;
    const size_t size = (*volume)->late_text->size();
    if (read == 0 || read + size <= most) {
      read_text(**volume);
      read += size;
    } else {
      left += size;
    }
  }
  return left;
}

void Library::read_text(Volume& volume) const {
  if (!volume.late_text) return;
  volume.late_text->read();
  volume.late_text.reset();
  --late_texts_;
}

PaperRef Library::paper(PaperOrdinal ordinal) const {
  read_text(volume_of(ordinal));
  return place_of(ordinal);
}

Volume& Library::volume_of(PaperOrdinal ordinal) const {
  assert(ordinal < paper_count_);
  const auto behind = std::upper_bound(volumes_.begin(), volumes_.end(), ordinal,
                                       [](PaperOrdinal wanted, const std::unique_ptr<Volume>& volume) {
                                         return wanted < volume->first_paper;
                                       });
  // Volumes without papers share their first ordinal with the next one; the last of them holds it.
  return **std::prev(behind);
}

PaperRef Library::place_of(PaperOrdinal ordinal) const {
  const Volume& volume = volume_of(ordinal);
  const uint32_t index = ordinal - volume.first_paper;
  return {volume, volume.digest.papers[index], index};
}

const Paper* Library::verbatim(PaperOrdinal ordinal) const {
  const PaperRef ref = paper(ordinal);
  const auto found = ref.volume.verbatim.find(ref.index);
  return found == ref.volume.verbatim.end() ? nullptr : &found->second;
}

std::string Library::key_of(PaperOrdinal ordinal) const {
  const PaperRef ref = place_of(ordinal);
  const std::string_view id = ref.paper.arxiv_id.id;
  const auto& papers = ref.volume.digest.papers;
  const auto first =
      std::find_if(papers.begin(), papers.end(), [&](const Paper& p) { return p.arxiv_id.id == id; });
  const bool named_by_id = !id.empty() && &*first == &ref.paper;
  return (named_by_id ? std::string(id) : "#" + std::to_string(ref.index + 1)) + "@" + ref.volume.label;
}

PaperOrdinal Library::locate(std::string_view key) const {
  // A digest's name may hold an @; nothing before it does.
  const size_t at = key.find('@');
  const std::string_view digest_name = at == std::string_view::npos ? std::string_view() : key.substr(at + 1);
  const std::string_view name = key.substr(0, at);
  PaperOrdinal elsewhere = paper_count_;
  for (const auto& volume : volumes_) {
    const bool is_digest = volume->label == digest_name;
    const auto& papers = volume->digest.papers;
    for (uint32_t i = 0; i < papers.size(); ++i) {
      const bool by_place = is_digest && name.starts_with('#') && name.substr(1) == std::to_string(i + 1);
      const bool by_id = !name.empty() && papers[i].arxiv_id.id == name;
      if (by_place || (by_id && is_digest)) return volume->first_paper + i;
      if (by_id) elsewhere = works_.first(works_.work_of(volume->first_paper + i));
    }
  }
  return elsewhere;
}

}  // namespace broadsheet
