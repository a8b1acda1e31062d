#include "workspace/output_json.h"

#include <cmath>
#include <nlohmann/json.hpp>

#include "workspace/json_text.h"

namespace rasoat {
namespace {

using nlohmann::json;

double rounded(double value) { return std::round(value * 10000) / 10000; }

json score_json(const Score& score) {
  return {{"precision", rounded(score.precision())},
          {"recall", rounded(score.recall())},
          {"f1", rounded(score.f1())},
          {"gold", score.gold},
          {"output", score.output}};
}

}  // namespace

std::string evaluation_json(const Evaluation& evaluation) {
  json out;
  out["analysed"] = evaluation.analysed();
  json& parts = out["parts"] = json::array();
  for (const auto& [part, score] : evaluation.parts()) {
    json row = score_json(score);
    row["part"] = part;
    parts.push_back(std::move(row));
  }
  json& documents = out["documents"] = json::array();
  for (const DocumentScore& document : evaluation.documents()) {
    documents.push_back({{"name", document.name},
                         {"references", score_json(document.references)},
                         {"assignments", score_json(document.assignments)}});
  }
  return json_text(out);
}

}  // namespace rasoat
