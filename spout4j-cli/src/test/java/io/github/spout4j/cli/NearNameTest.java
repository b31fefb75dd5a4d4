package io.github.spout4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearNameTest {
    @ParameterizedTest
    @CsvSource(ignoreLeadingAndTrailingWhitespace = false, value = {
            "lead,Lead ", " lead,Lead", "LEAD SINGER,Lead  singer", "caf\u00e9,CAFE\u0301", "STRASSE,stra\u00dfe",
            "\uff2c\uff45\uff41\uff44,Lead", "Laed singer,Lead singer", "Resolum,Resolume", "Resolumee,Resolume",
            "cam,cat", "a,A"})
    void isFound(String wanted, String name) {
        assertThat(NearName.of(wanted, List.of("quite another", name, "12345"))).hasValue(name);
    }

    @ParameterizedTest
    @CsvSource({"a,b", "no,on", "cam,dot", "Lead,Bass", "Stage,Screen", "x,xyz"})
    void isTooDifferent(String wanted, String name) {
        assertThat(NearName.of(wanted, List.of(name))).isEmpty();
    }

    @Test
    void theNearestIsMeant() {
        assertThat(NearName.of("camera 1", List.of("camera 12", "Camera 1", "camera 2"))).hasValue("Camera 1");
        assertThat(NearName.of("camera", List.of("camera1", "camera2"))).hasValue("camera1");
    }

    @Test
    void withoutANearOneThoseAreToldThatAreThere() {
        assertThat(OtherSenders.insteadOf("lead", List.of("Bass", "Lead "))).isEqualTo("did you mean \"Lead \"?");
        assertThat(OtherSenders.insteadOf("lead", List.of("Bass", "Drums"))).isEqualTo("there is \"Bass\", \"Drums\"");
        assertThat(OtherSenders.insteadOf("lead", List.of())).isEqualTo("there are no senders at all");
        assertThat(OtherSenders.insteadOf("lead", IntStream.range(0, 9).mapToObj(i -> "number" + i).toList()))
                .isEqualTo("there is \"number0\", \"number1\", \"number2\", \"number3\", \"number4\" and 4 more");
    }
}
