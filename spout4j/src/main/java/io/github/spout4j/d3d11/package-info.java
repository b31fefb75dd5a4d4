/**
 * Direct3D 11 and DXGI, as much of it as frames need: adapters, a device on each, textures that can be shared, staging
 * textures that the CPU can read and write, event queries, keyed mutexes. Called through the generated bindings, but for what each
 * frame calls ({@code ComMethod}); works on Windows alone. Nothing here knows Spout.
 *
 * <p>COM objects are held by {@link io.github.spout4j.d3d11.ComReference} and nothing else. HRESULTs that tell a failure
 * become {@link io.github.spout4j.d3d11.D3dException}.
 */
package io.github.spout4j.d3d11;
