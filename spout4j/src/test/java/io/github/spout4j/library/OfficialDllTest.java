package io.github.spout4j.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

@EnabledIfSystemProperty(named = "spout.library", matches = ".+", disabledReason = "needs -Dspout.library=PATH of an official SpoutLibrary.dll")
class OfficialDllTest {
    @Test
    void probe() {
        SpoutLibraryDll dll = SpoutLibraryDll.load(Path.of(System.getProperty("spout.library")));
        SpoutObject object = dll.newObject();
        System.out.println(object.slotCount() + " " + dll.image().versions() + " " + dll.image().imports().size());
        System.out.println(object.layout());
        assertThat(object.layout()).isNotNull();
        object.release();
    }
}
