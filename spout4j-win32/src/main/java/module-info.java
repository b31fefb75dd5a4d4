/** Generated bindings of the Windows functions that spout4j calls; for spout4j and its command alone. */
module io.github.spout4j.win32 {
    exports io.github.spout4j.win32.windows.win32.foundation to io.github.spout4j, io.github.spout4j.cli;
    exports io.github.spout4j.win32.windows.win32.globalization to io.github.spout4j;
    exports io.github.spout4j.win32.windows.win32.graphics.direct3d to io.github.spout4j;
    exports io.github.spout4j.win32.windows.win32.graphics.direct3d11 to io.github.spout4j;
    exports io.github.spout4j.win32.windows.win32.graphics.dxgi to io.github.spout4j;
    exports io.github.spout4j.win32.windows.win32.graphics.dxgi.common to io.github.spout4j;
    exports io.github.spout4j.win32.windows.win32.system.com to io.github.spout4j;
    exports io.github.spout4j.win32.windows.win32.system.diagnostics.debug to io.github.spout4j;
    exports io.github.spout4j.win32.windows.win32.system.environment to io.github.spout4j.cli;
    exports io.github.spout4j.win32.windows.win32.system.libraryloader to io.github.spout4j;
    exports io.github.spout4j.win32.windows.win32.system.memory to io.github.spout4j;
    exports io.github.spout4j.win32.windows.win32.system.registry to io.github.spout4j;
    exports io.github.spout4j.win32.windows.win32.system.remotedesktop to io.github.spout4j;
    exports io.github.spout4j.win32.windows.win32.system.threading to io.github.spout4j;
    exports io.github.spout4j.win32.windows.win32.ui.shell to io.github.spout4j.cli;
}
