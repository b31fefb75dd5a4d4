/**
 * The official SpoutLibrary.dll, every build from 2.007.011 to 2.007.017: an engine behind spout4j's API
 * ({@code Spout.open("library")}), and each function of the DLL by its SDK name. Start at
 * {@link io.github.spout4j.library.SpoutLibrary}. Windows alone.
 */
package io.github.spout4j.library;
