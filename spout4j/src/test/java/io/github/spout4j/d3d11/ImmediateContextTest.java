package io.github.spout4j.d3d11;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spout4j.win32.windows.win32.graphics.direct3d11.ID3D11DeviceContext;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The calls that are bound by hand reach the functions that the generated bindings have in these places, with all they are given. */
class ImmediateContextTest {
    private static final long SOURCE = 0x1_0000_0010L;
    private static final long TARGET = 0x2_0000_0020L;
    private static final long QUERY = 0x3_0000_0030L;

    private final List<String> calls = new ArrayList<>();

    @Test
    void everyCallArrivesAsItIs() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment room = arena.allocate(64);
            ID3D11DeviceContext ours = (ID3D11DeviceContext) Proxy.newProxyInstance(
                    ImmediateContextTest.class.getClassLoader(), new Class<?>[]{ID3D11DeviceContext.class},
                    (_, method, arguments) -> {
                        calls.add(method.getName() + (arguments == null ? "" : numbers(arguments)));
                        return method.getReturnType() == int.class ? 7 : null;
                    });
            ImmediateContext context = new ImmediateContext(ID3D11DeviceContext.create(ours, arena).address());
            assertThat(context.map(TARGET, 1, 2, 3, room)).isEqualTo(7);
            context.unmap(TARGET, 4);
            context.end(QUERY);
            assertThat(context.getData(QUERY, 5)).isEqualTo(7);
            context.copyRegion(TARGET, 6, 7, SOURCE, room);
            context.copy(TARGET, SOURCE);
            context.flush();
            assertThat(calls).containsExactly("Map" + List.of(TARGET, 1, 2, 3, room.address()),
                    "Unmap" + List.of(TARGET, 4), "End" + List.of(QUERY), "GetData" + List.of(QUERY, 0, 0, 5),
                    "CopySubresourceRegion" + List.of(TARGET, 0, 6, 7, 0, SOURCE, 0, room.address()),
                    "CopyResource" + List.of(TARGET, SOURCE), "Flush");
        }
    }

    private static List<Object> numbers(Object[] arguments) {
        return Arrays.stream(arguments)
                .map(argument -> argument instanceof MemorySegment address ? (Object) address.address() : argument)
                .toList();
    }
}
