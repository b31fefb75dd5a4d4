package io.github.spout4j.d3d11;

import static io.github.spout4j.win32.windows.win32.graphics.dxgi.Apis.CreateDXGIFactory1;
import static io.github.spout4j.win32.windows.win32.graphics.dxgi.Constants.DXGI_ERROR_NOT_FOUND;
import static io.github.spout4j.win32.windows.win32.graphics.dxgi.DXGI_ADAPTER_FLAG.SOFTWARE;

import io.github.spout4j.Adapter;
import io.github.spout4j.win32.windows.win32.graphics.dxgi.DXGI_ADAPTER_DESC1;
import io.github.spout4j.win32.windows.win32.graphics.dxgi.IDXGIAdapter1;
import io.github.spout4j.win32.windows.win32.graphics.dxgi.IDXGIFactory1;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The graphics adapters of this machine, looked up afresh each time. */
public final class Adapters {
    private static final int MICROSOFT = 0x1414;
    private static final int BASIC_RENDER_DRIVER = 0x8C;

    private Adapters() {}

    /** Something done with each adapter while it is open. */
    private interface Look<T> {
        T at(int index, ComReference adapter);
    }

    /** @throws D3dException where DXGI fails */
    public static List<Adapter> list() {
        return each(Adapters::describe);
    }

    /**
     * The adapter of that place, to be released by the caller.
     *
     * @throws D3dException where there is none any more
     */
    static ComReference open(Adapter wanted) {
        try (ComReference factory = factory()) {
            return open(factory, wanted.index());
        }
    }

    private static <T> List<T> each(Look<T> look) {
        List<T> seen = new ArrayList<>();
        try (ComReference factory = factory()) {
            for (int index = 0;; index++) {
                try (ComReference adapter = open(factory, index)) {
                    seen.add(look.at(index, adapter));
                } catch (D3dException e) {
                    if (e.code() == DXGI_ERROR_NOT_FOUND) {
                        return seen;
                    }
                    throw e;
                }
            }
        }
    }

    private static ComReference factory() {
        return ComReference.madeBy("dxgi.dll", "CreateDXGIFactory1",
                out -> CreateDXGIFactory1(IDXGIFactory1.iid(), out));
    }

    private static ComReference open(ComReference factory, int index) {
        return ComReference.made("EnumAdapters1(" + index + ")",
                out -> IDXGIFactory1.wrap(factory.object()).EnumAdapters1(index, out));
    }

    private static Adapter describe(int index, ComReference adapter) {
        IDXGIAdapter1 calls = IDXGIAdapter1.wrap(adapter.object());
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment desc = DXGI_ADAPTER_DESC1.allocate(arena);
            HResult.check(calls.GetDesc1(desc), "GetDesc1");
            int vendor = DXGI_ADAPTER_DESC1.VendorId(desc);
            boolean software = (DXGI_ADAPTER_DESC1.Flags(desc) & SOFTWARE) != 0
                    || vendor == MICROSOFT && DXGI_ADAPTER_DESC1.DeviceId(desc) == BASIC_RENDER_DRIVER;
            return new Adapter(index, name(DXGI_ADAPTER_DESC1.Description(desc)), vendor,
                    DXGI_ADAPTER_DESC1.DedicatedVideoMemory(desc), hasDisplay(calls), software,
                    DXGI_ADAPTER_DESC1.AdapterLuid(desc).get(ValueLayout.JAVA_LONG_UNALIGNED, 0));
        }
    }

    private static String name(MemorySegment utf16) {
        String all = new String(utf16.toArray(ValueLayout.JAVA_BYTE), StandardCharsets.UTF_16LE);
        int end = all.indexOf('\0');
        return (end < 0 ? all : all.substring(0, end)).strip();
    }

    private static boolean hasDisplay(IDXGIAdapter1 adapter) {
        try (ComReference _ = ComReference.made("EnumOutputs", out -> adapter.EnumOutputs(0, out))) {
            return true;
        } catch (D3dException _) {
            return false;
        }
    }
}
