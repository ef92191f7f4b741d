#include "core/library/library.h"

#include <algorithm>
#include <cassert>

#include "core/digest/digest_reader.h"
#include "core/digest/repair.h"
#include "core/text/fold.h"

namespace broadsheet {

Result<const Digest*> Library::read(std::string_view file_name, std::string bytes) {
  assert(!pending_);
  Result<Digest> digest = read_digest(file_name, std::move(bytes));
  if (!digest.ok()) return digest.error();
  for (const auto& volume : volumes_) {
    if (*volume->digest.source == *digest.value().source) {
      return Error{"already_open", "the same digest is open as " + volume->digest.name};
    }
  }
  pending_ = std::make_unique<Pending>();
  pending_->volume = std::make_unique<Volume>();
  pending_->volume->digest = std::move(digest.value());
  repair(*pending_->volume);
  pending_->volume->label = label_of(pending_->volume->digest);
  return static_cast<const Digest*>(&pending_->volume->digest);
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
  Volume& volume = *pending_->volume;
  const auto total = static_cast<uint32_t>(volume.digest.papers.size());
  const uint32_t done = pending_->builder.paper_count();
  const uint32_t end = done + std::min(max_papers, total - done);
  for (uint32_t i = done; i < end; ++i) pending_->builder.add(volume.digest.papers[i]);
  if (end < total) return total - end;

  volume.segment = pending_->builder.seal();
  volume.first_paper = paper_count_;
  paper_count_ += total;
  averages_.add(volume.segment);
  facets_.add(volume.digest);
  works_.add(volume.digest);
  add_labels(volume.digest);
  volume.facts.reserve(total);
  for (const Paper& paper : volume.digest.papers) volume.facts.push_back(facts_of(paper, volume.digest.date));
  volumes_.push_back(std::move(pending_->volume));
  pending_.reset();
  return 0;
}

void Library::abandon() { pending_.reset(); }

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

void Library::define_set(std::string_view name, const std::vector<PaperOrdinal>& papers) {
  const std::string key = fold(name);
  if (!sets_.contains(key)) vocabulary_.sets.push_back(key);
  std::vector<bool>& members = sets_[key];
  members.assign(works_.count(), false);
  for (const PaperOrdinal paper : papers) {
    if (paper < paper_count_) members[works_.work_of(paper)] = true;
  }
}

bool Library::is_in_set(const std::string& name, PaperOrdinal ordinal) const {
  const std::vector<bool>& members = sets_.at(name);
  const WorkId work = works_.work_of(ordinal);
  return work < members.size() && members[work];
}

PaperRef Library::paper(PaperOrdinal ordinal) const {
  assert(ordinal < paper_count_);
  const auto behind = std::upper_bound(volumes_.begin(), volumes_.end(), ordinal,
                                       [](PaperOrdinal wanted, const std::unique_ptr<Volume>& volume) {
                                         return wanted < volume->first_paper;
                                       });
  // Volumes without papers share their first ordinal with the next one; the last of them holds it.
  const Volume& volume = **std::prev(behind);
  const uint32_t index = ordinal - volume.first_paper;
  return {volume, volume.digest.papers[index], index};
}

const Paper* Library::verbatim(PaperOrdinal ordinal) const {
  const PaperRef ref = paper(ordinal);
  const auto found = ref.volume.verbatim.find(ref.index);
  return found == ref.volume.verbatim.end() ? nullptr : &found->second;
}

std::string Library::key_of(PaperOrdinal ordinal) const {
  const PaperRef ref = paper(ordinal);
  const std::string_view id = ref.paper.arxiv_id.id;
  const auto& papers = ref.volume.digest.papers;
  const auto first =
      std::find_if(papers.begin(), papers.end(), [&](const Paper& p) { return p.arxiv_id.id == id; });
  const bool named_by_id = !id.empty() && &*first == &ref.paper;
  return (named_by_id ? std::string(id) : "#" + std::to_string(ref.index + 1)) + "@" + ref.volume.label;
}

PaperOrdinal Library::locate(std::string_view key) const {
  const size_t at = key.rfind('@');
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
