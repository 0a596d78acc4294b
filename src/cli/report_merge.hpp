// ReportMerge: the reports of shards as the report of the whole.
// In: files that `build --format json` printed. Out: one such report on standard output, and the exit code
// that the whole build would have ended with.
#pragma once

#include <filesystem>
#include <vector>

namespace brochure::cli {

int merge_reports(const std::vector<std::filesystem::path>& files);

}  // namespace brochure::cli
