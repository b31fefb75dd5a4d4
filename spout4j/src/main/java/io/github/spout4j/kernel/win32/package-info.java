/**
 * Kernel objects and settings by Win32, called through the generated bindings, but for what each frame calls ({@code
 * FrameCalls}); works on Windows alone. What Windows ties to
 * threads of the system is made to belong to Java threads, virtual ones included. Start at
 * {@link io.github.spout4j.kernel.win32.Win32System}.
 */
package io.github.spout4j.kernel.win32;
