package io.github.spout4j.pipewire;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** As {@link NeedsPipeWire}, with a {@link GstSource} or {@link GstSink}. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(GStreamerPresent.class)
public @interface NeedsGStreamer {
}
