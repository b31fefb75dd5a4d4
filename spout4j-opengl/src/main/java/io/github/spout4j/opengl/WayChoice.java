package io.github.spout4j.opengl;

import io.github.spout4j.Alpha;
import io.github.spout4j.SpoutException;
import io.github.spout4j.opengl.context.GlContext;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Which way frames go. */
final class WayChoice {
    private WayChoice() {}

    /** What the context has. */
    static Set<GlWay> offers(GlContext context) {
        Set<GlWay> ways = EnumSet.of(GlWay.PIXEL_BUFFERS);
        if (context.hasFences() && context.hasDxInterop()) {
            ways.add(GlWay.DX_INTEROP);
        }
        if (context.hasFences() && context.hasMemoryObjects()) {
            ways.add(GlWay.MEMORY_OBJECTS);
        }
        return ways;
    }

    /** Why frames whose alpha is to be converted go through memory; empty where it is not. */
    static Optional<String> conversion(Alpha from, Alpha to) {
        return from == to
                ? Optional.empty()
                : Optional.of("alpha is converted from " + from + " to " + to + ", which is done in memory");
    }

    /**
     * Chooses.
     *
     * @param owner    for people: "the GlSender of \"Lines\""
     * @param offered  what the context has
     * @param obstacle why frames must go through memory; empty where they need not
     * @param forced   what the user insists on
     * @throws SpoutException where that is not possible
     */
    static GlWay of(String owner, Set<GlWay> offered, Optional<String> obstacle, Optional<GlWay> forced) {
        if (forced.isEmpty()) {
            return obstacle.isPresent() ? GlWay.PIXEL_BUFFERS : offered.iterator().next();
        }
        GlWay way = forced.get();
        if (way != GlWay.PIXEL_BUFFERS && obstacle.isPresent()) {
            throw new SpoutException(owner + " cannot go by " + way + ": " + obstacle.get());
        }
        if (!offered.contains(way)) {
            throw new SpoutException(owner + " cannot go by " + way + ": this context lacks "
                    + (way == GlWay.DX_INTEROP ? "WGL_NV_DX_interop2" : "GL_EXT_memory_object_win32")
                    + "; don't ask for it, or update the graphics driver");
        }
        return way;
    }
}
