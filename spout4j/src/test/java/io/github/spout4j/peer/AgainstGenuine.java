package io.github.spout4j.peer;

import io.github.spout4j.Spout;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** One process of genuine code for a class of tests, with new objects for each test (and a new process after one that crashed it); and a Spout of ours. */
@GenuineTest
abstract class AgainstGenuine {
    static Genuine genuine;

    Spout spout;

    @AfterAll
    static void endGenuine() {
        if (genuine != null) {
            genuine.close();
            genuine = null;
        }
    }

    @BeforeEach
    void openBoth() {
        if (genuine == null || !genuine.alive()) {
            genuine = Genuine.start();
        }
        spout = Spout.open();
    }

    @AfterEach
    void closeBoth() {
        spout.close();
        if (genuine.alive()) {
            for (GenuineClass type : GenuineClass.values()) {
                genuine.destroy(type);
            }
        }
    }
}
