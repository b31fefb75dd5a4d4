/**
 * The engine on PipeWire: senders are nodes of the class Video/Source, and any node that gives frames is a sender to receivers. Start at
 * {@link io.github.spout4j.pipewire.engine.PipeWireEngine}.
 */
package io.github.spout4j.pipewire.engine;
