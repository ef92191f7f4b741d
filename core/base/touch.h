// touch.h: asks for memory before it is needed.
#pragma once

namespace broadsheet {

// Reads a byte. Who needs many things that lie here and there touches all of them first: then they are
// fetched together, and not each only when the one before it has come. (WebAssembly has no prefetch.)
inline void touch(const void* place) { static_cast<void>(*static_cast<const volatile char*>(place)); }

}  // namespace broadsheet
