package io.github.spout4j.direct;

import io.github.spout4j.Spout;
import io.github.spout4j.SpoutEngine;
import io.github.spout4j.d3d11.InProcessHandles;
import io.github.spout4j.engine.OpenSpout;
import java.util.Optional;

/** The direct engine with textures that are shared within this process alone; for Windows without shared handles. */
public final class InProcessTextureEngine implements SpoutEngine {
    private static final class Holder {
        static final LocalSystem SYSTEM = LocalSystem.windows(new InProcessHandles());
    }

    @Override
    public String name() {
        return "textures-in-process";
    }

    @Override
    public int priority() {
        return -1;
    }

    @Override
    public Optional<String> unavailable() {
        return System.getProperty("os.name").startsWith("Windows")
                ? Holder.SYSTEM.texturesUnavailable()
                : Optional.of("Direct3D 11 is on Windows alone");
    }

    @Override
    public Spout open() {
        return new OpenSpout(new DirectSession(Holder.SYSTEM));
    }
}
