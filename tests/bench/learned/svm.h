// svm.h: a linear support vector machine, as arxiv-sanity-lite trains one: the starred papers against all
// others, with classes weighed by their sizes. A peer for what is learned from stars.
#pragma once

#include <set>
#include <vector>

#include "core/learned/paper_vectors.h"

namespace broadsheet::learned {

// The weight of each term. `left_out`: terms that are no features. Trained by dual coordinate descent on the
// squared hinge loss (Hsieh et al.: A dual coordinate descent method for large-scale linear SVM, 2008), which
// is what scikit-learn's LinearSVC does.
std::vector<float> train_svm(const ForwardIndex& index, const PaperVectors& vectors,
                             const std::vector<ForwardIndex::Row>& starred,
                             const std::set<ForwardIndex::Term>& left_out);

}  // namespace broadsheet::learned
