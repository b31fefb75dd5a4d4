/** A sender that behaves as those of the C++ SDK do, and a ledger of what receivers get from it. */
package io.github.spout4j.sdk;
