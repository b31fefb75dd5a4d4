package io.github.spout4j.cli;

import io.github.spout4j.Spout;
import io.github.spout4j.SpoutEngine;

/** Reads an engine's name. */
final class EngineConverter extends WordConverter<SpoutEngine> {
    EngineConverter() {
        super("engine", Spout::engines, SpoutEngine::name);
    }
}
