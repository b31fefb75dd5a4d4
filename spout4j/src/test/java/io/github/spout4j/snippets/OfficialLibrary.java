package io.github.spout4j.snippets;

import io.github.spout4j.library.SpoutLibrary;
import java.nio.file.Path;

/** The official DLL. */
public final class OfficialLibrary {
    private OfficialLibrary() {}

    public static void ask(Path dll) {
        // @start region="ask"
        try (SpoutLibrary library = SpoutLibrary.open(dll)) {
            IO.println(library.getSDKversion());
            library.senders().getActiveSender().ifPresent(IO::println);
        }
        // @end
    }
}
