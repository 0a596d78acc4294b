// The command line: what a person or a scheduler types, and what comes back.
// In: arguments and environment. Out: results on standard output, progress and diagnostics on standard error,
// an exit code: 0 done; 1 the content, layout or fonts have errors; 2 wrong usage; 3 the environment failed.
#pragma once

namespace brochure::cli {

int run(int argc, char** argv);

}  // namespace brochure::cli
