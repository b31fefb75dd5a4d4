package io.github.spout4j.peer;

import io.github.spout4j.Spout;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** One process of genuine code for a class of tests, with new objects for each test; and a Spout of ours. */
@GenuineTest
abstract class AgainstGenuine {
    static Genuine genuine;

    Spout spout;

    @BeforeAll
    static void startGenuine() {
        genuine = Genuine.start();
    }

    @AfterAll
    static void endGenuine() {
        if (genuine != null) {
            genuine.close();
        }
    }

    @BeforeEach
    void openOurs() {
        spout = Spout.open();
    }

    @AfterEach
    void closeBoth() {
        spout.close();
        for (GenuineClass type : GenuineClass.values()) {
            genuine.destroy(type);
        }
    }
}
