#include "tests/bench/learned/svm.h"

#include <algorithm>
#include <numeric>
#include <random>

namespace broadsheet::learned {
namespace {

constexpr double kC = 0.02;
constexpr int kEpochs = 30;

}  // namespace

std::vector<float> train_svm(const ForwardIndex& index, const PaperVectors& vectors,
                             const std::vector<ForwardIndex::Row>& starred,
                             const std::set<ForwardIndex::Term>& left_out) {
  const ForwardIndex::Row rows = index.row_count();
  std::vector<bool> is_feature(index.term_count(), true);
  for (const ForwardIndex::Term term : left_out) is_feature[term] = false;
  std::vector<bool> is_starred(rows);
  for (const ForwardIndex::Row row : starred) is_starred[row] = true;
  const double stars = static_cast<double>(starred.size());
  const double c_starred = kC * rows / (2 * stars);
  const double c_other = kC * rows / (2 * (rows - stars));
  std::vector<float> weights(index.term_count(), 0.0f);
  double bias = 0;
  std::vector<double> alpha(rows, 0.0);
  std::vector<double> squares(rows, 1.0);  // of the bias
  for (ForwardIndex::Row row = 0; row < rows; ++row)
    vectors.for_each(row, [&](ForwardIndex::Term term, float weight) {
      if (is_feature[term]) squares[row] += double{weight} * weight;
    });
  std::vector<ForwardIndex::Row> order(rows);
  std::iota(order.begin(), order.end(), 0);
  std::mt19937 random(1);
  for (int epoch = 0; epoch < kEpochs; ++epoch) {
    std::shuffle(order.begin(), order.end(), random);
    for (const ForwardIndex::Row row : order) {
      const double y = is_starred[row] ? 1 : -1;
      const double diagonal = 1 / (2 * (is_starred[row] ? c_starred : c_other));
      double product = bias;
      vectors.for_each(row, [&](ForwardIndex::Term term, float weight) {
        if (is_feature[term]) product += double{weights[term]} * weight;
      });
      const double gradient = y * product - 1 + alpha[row] * diagonal;
      const double next = std::max(0.0, alpha[row] - gradient / (squares[row] + diagonal));
      const double step = (next - alpha[row]) * y;
      alpha[row] = next;
      if (step == 0) continue;
      bias += step;
      vectors.for_each(row, [&](ForwardIndex::Term term, float weight) {
        if (is_feature[term]) weights[term] += static_cast<float>(step * weight);
      });
    }
  }
  return weights;
}

}  // namespace broadsheet::learned
