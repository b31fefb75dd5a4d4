/** Kernel objects and settings by Win32; works on Windows alone. */
package io.github.spout4j.kernel.win32;
