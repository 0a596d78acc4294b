// How the program ends: what a scheduler goes by.
#pragma once

namespace brochure::cli {

enum ExitCode {
    done = 0,
    content_errors = 1,      // texts, layouts or fonts have mistakes
    wrong_usage = 2,         // the command was wrong
    environment_failed = 3,  // disk, permissions, memory
    work_waits = 4           // a translation is behind (status, build), or a review is due (status)
};

}  // namespace brochure::cli
