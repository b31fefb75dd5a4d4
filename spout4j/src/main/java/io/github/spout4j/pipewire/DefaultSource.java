package io.github.spout4j.pipewire;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The source of video that somebody chose for the session, in the session's metadata; with the loop locked. */
final class DefaultSource implements MetadataEvents, AutoCloseable {
    static final String METADATA_NAME = "default";
    private static final String KEY = "default.configured.video.source";
    private static final String TYPE = "Spa:String:JSON";
    private static final Pattern NAME = Pattern.compile("\"name\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern ESCAPED = Pattern.compile("\\\\(.)");
    private static final int SET_PROPERTY = 1;

    private final Arena arena = Arena.ofShared();
    private final long proxy;
    private final long listener;
    private final Runnable changed;
    private String name;

    /** @param changed run when another one is chosen */
    DefaultSource(long proxy, Runnable changed) {
        this.proxy = proxy;
        this.changed = changed;
        listener = MetadataEvents.Functions.LISTENERS.add(this);
        Nodes.listen(proxy, EventTable.hook(arena), MetadataEvents.Functions.TABLE, listener);
    }

    @Override
    public void property(int subject, String key, String value) {
        if (subject == 0 && (key == null || key.equals(KEY))) {
            name = key == null || value == null ? null : nameIn(value);
            changed.run();
        }
    }

    /** The name in {"name":"…"}; null where there is none. */
    static String nameIn(String json) {
        Matcher matcher = NAME.matcher(json);
        return matcher.find() ? ESCAPED.matcher(matcher.group(1)).replaceAll("$1") : null;
    }

    static String json(String name) {
        return "{\"name\":\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\"}";
    }

    Optional<String> name() {
        return Optional.ofNullable(name);
    }

    void choose(String wanted) {
        try (Arena texts = Arena.ofConfined()) {
            MemorySegment json = texts.allocateFrom(json(wanted));
            SpaInterface.call(proxy, SET_PROPERTY, 0, texts.allocateFrom(KEY).address(),
                    texts.allocateFrom(TYPE).address(), json.address(), 0);
        }
    }

    @Override
    public void close() {
        MetadataEvents.Functions.LISTENERS.remove(listener);
        LibPipeWire.proxyDestroy(proxy);
        arena.close();
    }
}
