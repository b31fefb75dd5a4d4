// A stand-in for SpoutLibrary.dll: the interface of the SDK's versions, declared in the SDK's order, so that the compiler lays
// out the vtable as in the official builds. Every method notes its call. While probing (StandInProbe), it answers by its number of
// declaration; else it behaves like a Spout library whose pixels go through named memory, without a texture.
//
// SDK: the last number of the version whose order it has, 11 to 17. VERSION: that of the version it says. FLIP_BUFFER: the release of 2.007.017.
// ONE_LESS: a build that nobody knows. ODD: one that is not what it says: GetExeName and GetExePath are exchanged, IsLaptop crashes,
// GetMaxSenders does not return. RATE: what HoldFps takes.

#include "loopback.h"
#include "pace.h"

#ifndef VERSION
#define VERSION SDK
#endif
#ifndef FLIP_BUFFER
#define FLIP_BUFFER (SDK >= 17)
#endif
#ifndef ONE_LESS
#define ONE_LESS 0
#endif
#ifndef ODD
#define ODD 0
#endif
#ifndef RATE
#define RATE int
#endif

enum SpoutLibLogLevel { SPOUT_LOG_SILENT, SPOUT_LOG_VERBOSE, SPOUT_LOG_NOTICE };

// In the read-only data, as in the official builds.
extern "C" constexpr char sdkVersion[] = {'2', '.', '0', '0', '7', '.', '0', '0' + VERSION / 10, '0' + VERSION % 10, 0};

constexpr int firstSlot = __COUNTER__ + 1;
// The answer of the method that is declared here; the arguments are noted.
#define CALLED(method, ...) Answer(#method, __COUNTER__ - firstSlot).noting(__VA_ARGS__)
// One that has outputs, which answer.into fills.
#define ANSWER(method, ...) \
    Answer answer(#method, __COUNTER__ - firstSlot); \
    answer.noting(__VA_ARGS__)
// A printf-like one.
#define FORMATTED(method, format, ...) \
    const int declared = __COUNTER__ - firstSlot; \
    va_list more; \
    va_start(more, format); \
    calls.noteFormatted(declared, #method, format, more, ##__VA_ARGS__); \
    va_end(more)
// The answer while probing, else the value.
#define EITHER(answer, value) \
    if (settings.probing) { \
        return answer; \
    } \
    static_cast<void>(answer); \
    return value
#define EITHER_BOOL(answer, value) \
    if (settings.probing) { \
        return answer; \
    } \
    static_cast<void>(answer); \
    return onlyAl(value)

struct SPOUTLIBRARY {
    // Sender
    virtual void SetSenderName(const char* name) { CALLED(SetSenderName, name); copyName(sender.name, name); }
    virtual void SetSenderFormat(DWORD format) { CALLED(SetSenderFormat, format); sender.format = format; }
    virtual void ReleaseSender(DWORD milliseconds) { CALLED(ReleaseSender, milliseconds); sender.release(); }
    virtual bool SendFbo(GLuint fbo, unsigned int width, unsigned int height, bool invert) { return CALLED(SendFbo, fbo, width, height, invert); }
    virtual bool SendTexture(GLuint texture, GLuint target, unsigned int width, unsigned int height, bool invert, GLuint hostFbo) { return CALLED(SendTexture, texture, target, width, height, invert, hostFbo); }
    virtual bool SendImage(const unsigned char* pixels, unsigned int width, unsigned int height, GLenum format, bool invert) {
        EITHER_BOOL(CALLED(SendImage, Address{pixels}, width, height, format, invert), drawsHere() && sender.send(pixels, width, height, format, invert));
    }
#if SDK >= 17
    virtual bool IsInitialized() { EITHER_BOOL(CALLED(IsInitialized), static_cast<bool>(sender)); }
#endif
    virtual const char* GetName() { EITHER(CALLED(GetName), sender.name); }
    virtual unsigned int GetWidth() { EITHER(CALLED(GetWidth), sender ? sender.state()->width : 0); }
    virtual unsigned int GetHeight() { EITHER(CALLED(GetHeight), sender ? sender.state()->height : 0); }
    virtual double GetFps() { EITHER(CALLED(GetFps), 60); }
    virtual long GetFrame() { EITHER(CALLED(GetFrame), sender ? sender.state()->frame : 0); }
    virtual HANDLE GetHandle() { EITHER(CALLED(GetHandle), sender.handle()); }
    virtual bool GetCPU() { EITHER_BOOL(CALLED(GetCPU), true); }
    virtual bool GetGLDX() { EITHER_BOOL(CALLED(GetGLDX), false); }

    // Receiver
    virtual void SetReceiverName(const char* name) { CALLED(SetReceiverName, name); copyName(receiver.wanted, name); }
#if SDK >= 17
    virtual bool GetReceiverName(char* name, int most) {
        ANSWER(GetReceiverName, most);
        if (settings.probing) {
            answer.into(name, most);
            return answer;
        }
        copyName(name, receiver.wanted, most);
        return onlyAl(receiver.wanted[0] != 0);
    }
#endif
    virtual void ReleaseReceiver() { CALLED(ReleaseReceiver); receiver.release(); }
    virtual bool ReceiveTexture(GLuint texture, GLuint target, bool invert, GLuint hostFbo) { return CALLED(ReceiveTexture, texture, target, invert, hostFbo); }
    virtual bool ReceiveImage(unsigned char* pixels, GLenum format, bool invert, GLuint hostFbo) {
        EITHER_BOOL(CALLED(ReceiveImage, Address{pixels}, format, invert, hostFbo), drawsHere() && receiver.receive(pixels, format, invert));
    }
    virtual bool IsUpdated() { EITHER_BOOL(CALLED(IsUpdated), receiver.isUpdated()); }
    virtual bool IsConnected() { EITHER_BOOL(CALLED(IsConnected), receiver.connected); }
    virtual bool IsFrameNew() { EITHER_BOOL(CALLED(IsFrameNew), receiver.fresh); }
    virtual const char* GetSenderName() { EITHER(CALLED(GetSenderName), receiver.name); }
    virtual unsigned int GetSenderWidth() { EITHER(CALLED(GetSenderWidth), receiver.state.width); }
    virtual unsigned int GetSenderHeight() { EITHER(CALLED(GetSenderHeight), receiver.state.height); }
    virtual DWORD GetSenderFormat() { EITHER(CALLED(GetSenderFormat), receiver.state.format); }
    virtual double GetSenderFps() { EITHER(CALLED(GetSenderFps), 60); }
    virtual long GetSenderFrame() { EITHER(CALLED(GetSenderFrame), receiver.state.frame); }
    virtual HANDLE GetSenderHandle() { EITHER(CALLED(GetSenderHandle), nullptr); }
#if SDK >= 15
    virtual ID3D11Texture2D* GetSenderTexture() { EITHER(CALLED(GetSenderTexture), nullptr); }
#endif
    virtual bool GetSenderCPU() { EITHER_BOOL(CALLED(GetSenderCPU), true); }
    virtual bool GetSenderGLDX() { EITHER_BOOL(CALLED(GetSenderGLDX), false); }
#if SDK >= 15
    virtual bool GetHostPath(const char* name, char* path, int most) { ANSWER(GetHostPath, name, most); return hostPath(answer, name, path, most); }
#endif
#if SDK >= 14
    virtual std::vector<std::string> GetSenderList() { EITHER(CALLED(GetSenderList), list()); }
#endif
#if SDK >= 17
    virtual void SelectSender(HWND window) { CALLED(SelectSender, window); }
    virtual void SelectSenderPanel(const char* message) { CALLED(SelectSenderPanel, message); }
#else
    virtual void SelectSender() { CALLED(SelectSender); }
#endif

    // Frame count and sync
    virtual void SetFrameCount(bool enable) { CALLED(SetFrameCount, enable); counting = enable; }
    virtual void DisableFrameCount() { CALLED(DisableFrameCount); counting = false; }
    virtual bool IsFrameCountEnabled() { EITHER_BOOL(CALLED(IsFrameCountEnabled), counting); }
    virtual void HoldFps(RATE fps) {
        CALLED(HoldFps, static_cast<int>(fps));
        if (!settings.probing) {
            pace.hold(fps);
        }
    }
    virtual double GetRefreshRate() { EITHER(CALLED(GetRefreshRate), 60); }
    virtual void SetFrameSync(const char* name) { CALLED(SetFrameSync, name); sync(name, true, 0); }
    virtual bool WaitFrameSync(const char* name, DWORD timeout) { EITHER_BOOL(CALLED(WaitFrameSync, name, timeout), sync(name, false, timeout)); }
#if SDK >= 12
    virtual void EnableFrameSync(bool enable) { CALLED(EnableFrameSync, enable); syncing = enable; }
#endif
#if SDK >= 17
    virtual void CloseFrameSync() { CALLED(CloseFrameSync); }
    virtual bool IsFrameSyncEnabled() { EITHER_BOOL(CALLED(IsFrameSyncEnabled), syncing); }
#endif
#if SDK >= 15
    virtual int GetVerticalSync() { EITHER(CALLED(GetVerticalSync), vertical ? 1 : 0); }
    virtual bool SetVerticalSync(bool enable) { vertical = enable; return CALLED(SetVerticalSync, enable); }
#endif

    // Memory buffers
    virtual bool WriteMemoryBuffer(const char* name, const char* data, int length) { EITHER_BOOL(CALLED(WriteMemoryBuffer, name, Address{data}, length), buffer.write(name, data, length)); }
    virtual int ReadMemoryBuffer(const char* name, char* data, int most) { EITHER(CALLED(ReadMemoryBuffer, name, Address{data}, most), Buffer::read(name, data, most)); }
    virtual bool CreateMemoryBuffer(const char* name, int length) { EITHER_BOOL(CALLED(CreateMemoryBuffer, name, length), buffer.create(name, length)); }
    virtual bool DeleteMemoryBuffer() { EITHER_BOOL(CALLED(DeleteMemoryBuffer), buffer.remove()); }
    virtual int GetMemoryBufferSize(const char* name) { EITHER(CALLED(GetMemoryBufferSize, name), Buffer::length(name)); }

    // Logs
    virtual void OpenSpoutConsole() { CALLED(OpenSpoutConsole); }
    virtual void CloseSpoutConsole(bool warning) { CALLED(CloseSpoutConsole, warning); }
    virtual void EnableSpoutLog() { CALLED(EnableSpoutLog); }
    virtual void EnableSpoutLogFile(const char* file, bool append) { CALLED(EnableSpoutLogFile, file, append); }
#if SDK >= 17
    virtual void DisableSpoutLogFile() { CALLED(DisableSpoutLogFile); }
    virtual void RemoveSpoutLogFile(const char* file) { CALLED(RemoveSpoutLogFile, file); }
    virtual void DisableSpoutLog() { CALLED(DisableSpoutLog); }
    virtual void DisableLogs() { CALLED(DisableLogs); logging = false; }
    virtual void EnableLogs() { CALLED(EnableLogs); logging = true; }
    virtual bool LogsEnabled() { EITHER_BOOL(CALLED(LogsEnabled), logging); }
    virtual bool LogFileEnabled() { EITHER_BOOL(CALLED(LogFileEnabled), false); }
    virtual std::string GetSpoutLogPath() { return CALLED(GetSpoutLogPath); }
#endif
    virtual std::string GetSpoutLog() { return CALLED(GetSpoutLog); }
    virtual void ShowSpoutLogs() { CALLED(ShowSpoutLogs); }
#if SDK < 17
    virtual void DisableSpoutLog() { CALLED(DisableSpoutLog); }
#endif
    virtual void SetSpoutLogLevel(SpoutLibLogLevel level) { CALLED(SetSpoutLogLevel, static_cast<int>(level)); }
    virtual void SpoutLog(const char* format, ...) { FORMATTED(SpoutLog, format); }
    virtual void SpoutLogVerbose(const char* format, ...) { FORMATTED(SpoutLogVerbose, format); }
    virtual void SpoutLogNotice(const char* format, ...) { FORMATTED(SpoutLogNotice, format); }
    virtual void SpoutLogWarning(const char* format, ...) { FORMATTED(SpoutLogWarning, format); }
    virtual void SpoutLogError(const char* format, ...) { FORMATTED(SpoutLogError, format); }
    virtual void SpoutLogFatal(const char* format, ...) { FORMATTED(SpoutLogFatal, format); }

    // Message boxes
    virtual int SpoutMessageBox(const char* message, DWORD milliseconds) { return CALLED(SpoutMessageBox, message, milliseconds); }
#if SDK >= 14
    virtual int SpoutMessageBox(const char* caption, const char* format, ...) { FORMATTED(SpoutMessageBox, format, caption); return Answer("", declared); }
#endif
#if SDK >= 17
    virtual int SpoutMessageBox(const char* caption, UINT type, const char* format, ...) { FORMATTED(SpoutMessageBox, format, caption, type); return Answer("", declared); }
#endif
    virtual int SpoutMessageBox(HWND window, LPCSTR message, LPCSTR caption, UINT type, DWORD milliseconds) { return CALLED(SpoutMessageBox, window, message, caption, type, milliseconds); }
#if SDK >= 17
    virtual int SpoutMessageBox(HWND window, LPCSTR message, LPCSTR caption, UINT type, const char* instruction, DWORD milliseconds) { return CALLED(SpoutMessageBox, window, message, caption, type, instruction, milliseconds); }
#endif
#if SDK >= 14
    virtual int SpoutMessageBox(HWND window, LPCSTR message, LPCSTR caption, UINT type, std::string& text) {
        ANSWER(SpoutMessageBox, window, message, caption, type, text);
        become(text, answer);
        return answer;
    }
    virtual int SpoutMessageBox(HWND window, LPCSTR message, LPCSTR caption, UINT type, std::vector<std::string> items, int& selected) {
        ANSWER(SpoutMessageBox, window, message, caption, type, items, selected);
        answer.into(selected);
        return answer;
    }
#endif
#if SDK >= 13
    virtual void SpoutMessageBoxIcon(HICON icon) { CALLED(SpoutMessageBoxIcon, icon); }
    virtual bool SpoutMessageBoxIcon(std::string file) { return CALLED(SpoutMessageBoxIcon, file); }
    virtual void SpoutMessageBoxButton(int id, std::wstring title) { CALLED(SpoutMessageBoxButton, id, title); }
#endif
#if SDK >= 14
    virtual void SpoutMessageBoxModeless(bool mode) { CALLED(SpoutMessageBoxModeless, mode); }
    virtual void SpoutMessageBoxWindow(HWND window) { CALLED(SpoutMessageBoxWindow, window); }
#endif
#if SDK >= 17
    virtual void SpoutMessageBoxPosition(POINT position) { CALLED(SpoutMessageBoxPosition, position); }
#endif
#if SDK >= 13
    virtual bool CopyToClipBoard(HWND window, const char* text) { return CALLED(CopyToClipBoard, window, text); }
#endif
#if SDK >= 17
    virtual bool OpenSpoutLogs() { return CALLED(OpenSpoutLogs); }
#endif

    // Registry
    virtual bool ReadDwordFromRegistry(HKEY key, const char* subkey, const char* value, DWORD* number) {
        ANSWER(ReadDwordFromRegistry, key, subkey, value);
        if (!settings.probing) {
            return onlyAl(false);
        }
        answer.into(*number);
        return answer;
    }
    virtual bool WriteDwordToRegistry(HKEY key, const char* subkey, const char* value, DWORD number) { return CALLED(WriteDwordToRegistry, key, subkey, value, number); }
    virtual bool ReadPathFromRegistry(HKEY key, const char* subkey, const char* value, char* path) {
        ANSWER(ReadPathFromRegistry, key, subkey, value);
        if (!settings.probing) {
            return onlyAl(false);
        }
        answer.into(path, nameBytes);
        return answer;
    }
    virtual bool WritePathToRegistry(HKEY key, const char* subkey, const char* value, const char* path) { return CALLED(WritePathToRegistry, key, subkey, value, path); }
#if SDK >= 17
    virtual bool WriteBinaryToRegistry(HKEY key, const char* subkey, const char* value, const unsigned char* data, DWORD bytes) { return CALLED(WriteBinaryToRegistry, key, subkey, value, Address{data}, bytes); }
#endif
    virtual bool RemovePathFromRegistry(HKEY key, const char* subkey, const char* value) { return CALLED(RemovePathFromRegistry, key, subkey, value); }
    virtual bool RemoveSubKey(HKEY key, const char* subkey) { return CALLED(RemoveSubKey, key, subkey); }
    virtual bool FindSubKey(HKEY key, const char* subkey) { EITHER_BOOL(CALLED(FindSubKey, key, subkey), false); }

    // Information
#if SDK >= 17
    virtual std::string GetSDKversion(int* number) {
        ANSWER(GetSDKversion);
        if (number != nullptr) {
            *number = 2007000 + VERSION;
        }
        EITHER(static_cast<std::string>(answer), std::string(sdkVersion, sizeof sdkVersion - 1));
    }
#else
    virtual std::string GetSDKversion() { EITHER(static_cast<std::string>(CALLED(GetSDKversion)), std::string(sdkVersion, sizeof sdkVersion - 1)); }
#endif
    virtual bool IsLaptop() {
#if ODD
        *reinterpret_cast<volatile int*>(16) = 0;
#endif
        return CALLED(IsLaptop);
    }
#if SDK >= 15
    virtual HMODULE GetCurrentModule() { return CALLED(GetCurrentModule); }
    virtual std::string GetExeVersion(const char* path) { return CALLED(GetExeVersion, path); }
#if ODD
    virtual std::string GetExeName() { return CALLED(GetExeName); }
#endif
#if SDK >= 17
    virtual std::string GetExePath(bool full) { EITHER(static_cast<std::string>(CALLED(GetExePath, full)), full ? program() : part(program(), false)); }
#else
    virtual std::string GetExePath() { EITHER(static_cast<std::string>(CALLED(GetExePath)), part(program(), false)); }
#endif
#if !ODD
    virtual std::string GetExeName() { EITHER(static_cast<std::string>(CALLED(GetExeName)), std::string("SpoutLibrary", 12)); }
#endif
#if SDK >= 17
    virtual std::string GetPath(std::string path) { EITHER(static_cast<std::string>(CALLED(GetPath, path)), part(path, false)); }
    virtual std::string GetName(std::string path) { EITHER(static_cast<std::string>(CALLED(GetName, path)), part(path, true)); }
#else
    virtual void RemovePath(std::string& path) { ANSWER(RemovePath, path); become(path, settings.probing ? static_cast<std::string>(answer) : part(path, true)); }
    virtual void RemoveName(std::string& path) { ANSWER(RemoveName, path); become(path, settings.probing ? static_cast<std::string>(answer) : part(path, false)); }
#endif
#endif
    virtual void StartTiming() { CALLED(StartTiming); started = ticks(); }
#if SDK >= 17
    virtual double EndTiming(bool microseconds, bool print) { EITHER(CALLED(EndTiming, microseconds, print), milliseconds() * (microseconds ? 1000 : 1)); }
#else
    virtual double EndTiming() { EITHER(CALLED(EndTiming), milliseconds()); }
    virtual bool IsInitialized() { EITHER_BOOL(CALLED(IsInitialized), static_cast<bool>(sender)); }
#endif

    // OpenGL's shared texture
    virtual bool BindSharedTexture() { return CALLED(BindSharedTexture); }
    virtual bool UnBindSharedTexture() { return CALLED(UnBindSharedTexture); }
    virtual GLuint GetSharedTextureID() { return CALLED(GetSharedTextureID); }

    // Sender names
    virtual int GetSenderCount() { EITHER(CALLED(GetSenderCount), senders.count()); }
    virtual bool GetSender(int index, char* name, int most) {
        ANSWER(GetSender, index, most);
        if (settings.probing) {
            answer.into(name, most);
            return answer;
        }
        return onlyAl(senders.at(index, name, most));
    }
    virtual bool FindSenderName(const char* name) { EITHER_BOOL(CALLED(FindSenderName, name), senders.has(name)); }
    virtual bool GetSenderInfo(const char* name, unsigned int& width, unsigned int& height, HANDLE& share, DWORD& format) {
        ANSWER(GetSenderInfo, name);
        if (settings.probing) {
            answer.into(width);
            answer.into(height);
            answer.into(share);
            answer.into(format);
            return answer;
        }
        SenderState found;
        if (!senderState(name, found)) {
            return onlyAl(false);
        }
        width = found.width;
        height = found.height;
        share = nullptr;
        format = found.format;
        return onlyAl(true);
    }
    virtual bool GetActiveSender(char* name) {
        ANSWER(GetActiveSender);
        if (settings.probing) {
            answer.into(name, nameBytes);
            return answer;
        }
        return onlyAl(senders.active(name));
    }
    virtual bool SetActiveSender(const char* name) { EITHER_BOOL(CALLED(SetActiveSender, name), senders.activate(name)); }

    // Settings
    virtual bool GetBufferMode() { EITHER_BOOL(CALLED(GetBufferMode), buffering); }
    virtual void SetBufferMode(bool active) { CALLED(SetBufferMode, active); buffering = active; }
    virtual int GetBuffers() { EITHER(CALLED(GetBuffers), buffers); }
    virtual void SetBuffers(int count) { CALLED(SetBuffers, count); buffers = count; }
    virtual int GetMaxSenders() {
        while (ODD) {
            WaitForSingleObject(reinterpret_cast<HANDLE>(-1), 1000);
        }
        EITHER(CALLED(GetMaxSenders), mostSenders);
    }
    virtual void SetMaxSenders(int most) { CALLED(SetMaxSenders, most); }

    // As in 2.006
    virtual bool CreateSender(const char* name, unsigned int width, unsigned int height, DWORD format) {
        if (!settings.probing) {
            copyName(sender.name, name);
            sender.format = format == 0 ? sender.format : format;
        }
        EITHER_BOOL(CALLED(CreateSender, name, width, height, format), drawsHere() && sender.start(width, height));
    }
    virtual bool UpdateSender(const char* name, unsigned int width, unsigned int height) { EITHER_BOOL(CALLED(UpdateSender, name, width, height), drawsHere() && sender.start(width, height)); }
    virtual bool CreateReceiver(char* name, unsigned int& width, unsigned int& height) {
        ANSWER(CreateReceiver, static_cast<const char*>(name));
        if (settings.probing) {
            answer.into(name, nameBytes);
            answer.into(width);
            answer.into(height);
            return answer;
        }
        SenderState found;
        if ((name[0] == 0 && !senders.active(name)) || !senderState(name, found)) {
            return onlyAl(false);
        }
        copyName(receiver.wanted, name);
        width = found.width;
        height = found.height;
        return onlyAl(true);
    }
    virtual bool CheckReceiver(char* name, unsigned int& width, unsigned int& height, bool& connected) {
        ANSWER(CheckReceiver, static_cast<const char*>(name));
        if (settings.probing) {
            answer.into(name, nameBytes);
            answer.into(width);
            answer.into(height);
            answer.into(connected);
            return answer;
        }
        SenderState found;
        connected = senderState(name, found);
        if (connected) {
            width = found.width;
            height = found.height;
        }
        return onlyAl(connected);
    }
    virtual bool GetDX9() { EITHER_BOOL(CALLED(GetDX9), false); }
    virtual bool SetDX9(bool on) { return CALLED(SetDX9, on); }
    virtual bool GetMemoryShareMode() { EITHER_BOOL(CALLED(GetMemoryShareMode), memoryShare); }
    virtual bool SetMemoryShareMode(bool on) { memoryShare = on; return CALLED(SetMemoryShareMode, on); }
    virtual bool GetCPUmode() { EITHER_BOOL(CALLED(GetCPUmode), cpu); }
    virtual bool SetCPUmode(bool on) { cpu = on; return CALLED(SetCPUmode, on); }
    virtual int GetShareMode() { EITHER(CALLED(GetShareMode), mode); }
    virtual void SetShareMode(int wanted) { CALLED(SetShareMode, wanted); mode = wanted; }
#if SDK < 17
    virtual void SelectSenderPanel() { CALLED(SelectSenderPanel); }
#endif
#if SDK < 15
    virtual bool GetHostPath(const char* name, char* path, int most) { ANSWER(GetHostPath, name, most); return hostPath(answer, name, path, most); }
    virtual int GetVerticalSync() { EITHER(CALLED(GetVerticalSync), vertical ? 1 : 0); }
    virtual bool SetVerticalSync(bool enable) { vertical = enable; return CALLED(SetVerticalSync, enable); }
    virtual int GetSpoutVersion() { EITHER(CALLED(GetSpoutVersion), 2007); }
#endif

    // Graphics
    virtual bool GetAutoShare() { EITHER_BOOL(CALLED(GetAutoShare), autoShare); }
    virtual void SetAutoShare(bool on) { CALLED(SetAutoShare, on); autoShare = on; }
#if SDK >= 17
    virtual void SetCPUshare(bool on) { CALLED(SetCPUshare, on); cpu = on; }
#endif
    virtual bool IsGLDXready() { EITHER_BOOL(CALLED(IsGLDXready), true); }
    virtual int GetNumAdapters() { EITHER(CALLED(GetNumAdapters), 1); }
    virtual bool GetAdapterName(int index, char* name, int most) {
        ANSWER(GetAdapterName, index, most);
        if (settings.probing) {
            answer.into(name, most);
            return answer;
        }
        copyName(name, "Stand-in adapter", most);
        return onlyAl(index == 0);
    }
    virtual char* AdapterName() { return CALLED(AdapterName); }
    virtual int GetAdapter() { EITHER(CALLED(GetAdapter), 0); }
#if SDK >= 17
    virtual bool GetAdapterInfo(char* description, char* output, int most) {
        ANSWER(GetAdapterInfo, most);
        answer.into(description, most);
        answer.into(output, most);
        return answer;
    }
    virtual bool GetAdapterInfo(int index, char* description, char* output, int most) {
        ANSWER(GetAdapterInfo, index, most);
        answer.into(description, most);
        answer.into(output, most);
        return answer;
    }
#endif
    virtual int GetPerformancePreference(const char* path) { return CALLED(GetPerformancePreference, path); }
    virtual bool SetPerformancePreference(int preference, const char* path) { return CALLED(SetPerformancePreference, preference, path); }
    virtual bool GetPreferredAdapterName(int preference, char* name, int most) {
        ANSWER(GetPreferredAdapterName, preference, most);
        answer.into(name, most);
        return answer;
    }
    virtual bool SetPreferredAdapter(int preference) { return CALLED(SetPreferredAdapter, preference); }
    virtual bool IsPreferenceAvailable() { return CALLED(IsPreferenceAvailable); }
    virtual bool IsApplicationPath(const char* path) { return CALLED(IsApplicationPath, path); }

    // OpenGL
#if SDK >= 17
    virtual bool CreateOpenGL(HWND window) { EITHER_BOOL(CALLED(CreateOpenGL, window), createContext()); }
#else
    virtual bool CreateOpenGL() { EITHER_BOOL(CALLED(CreateOpenGL), createContext()); }
#endif
    virtual bool CloseOpenGL() { EITHER_BOOL(CALLED(CloseOpenGL), closeContext()); }
#if SDK >= 17
    virtual void InitTexture(GLuint& texture, GLenum format, unsigned int width, unsigned int height) {
        ANSWER(InitTexture, format, width, height);
        answer.into(texture);
    }
#endif
#if SDK >= 13
    virtual bool CopyTexture(GLuint source, GLuint sourceTarget, GLuint destination, GLuint destinationTarget, unsigned int width, unsigned int height, bool invert, GLuint hostFbo) { return CALLED(CopyTexture, source, sourceTarget, destination, destinationTarget, width, height, invert, hostFbo); }
#else
    virtual bool CopyTexture(GLuint source, GLuint sourceTarget, GLuint destination, GLuint destinationTarget, unsigned int width, unsigned int height, bool invert, GLuint hostFbo) { return CALLED(CopyTexture, source, sourceTarget, destination, destinationTarget, width, height, invert, hostFbo); }
#endif
#if SDK >= 17
    virtual bool ReadTextureData(GLuint source, GLuint target, void* data, unsigned int width, unsigned int height, unsigned int pitch, GLenum format, GLenum type, bool invert, GLuint hostFbo) { return CALLED(ReadTextureData, source, target, Address{data}, width, height, pitch, format, type, invert, hostFbo); }
    virtual void ClearAlpha(unsigned char* pixels, unsigned int width, unsigned int height, unsigned char alpha) {
        CALLED(ClearAlpha, Address{pixels}, width, height, alpha);
        for (size i = 0; !settings.probing && i < size{width} * height; i++) {
            pixels[i * 4 + 3] = alpha;
        }
    }
#if FLIP_BUFFER
    virtual void FlipBuffer(const unsigned char* from, unsigned char* to, unsigned int width, unsigned int height, GLenum format) {
        CALLED(FlipBuffer, Address{from}, Address{to}, width, height, format);
        if (!settings.probing) {
            convert(from, format, to, format, width, height, true);
        }
    }
#if !ONE_LESS
    virtual void FlipBuffer(unsigned char* pixels, unsigned int width, unsigned int height, GLenum format) {
        CALLED(FlipBuffer, Address{pixels}, width, height, format);
        size row = size{width} * (format == GL_RGB || format == GL_BGR ? 3 : 4);
        for (size y = 0; !settings.probing && y < height / 2; y++) {
            for (size x = 0; x < row; x++) {
                unsigned char upper = pixels[y * row + x];
                pixels[y * row + x] = pixels[(height - 1 - y) * row + x];
                pixels[(height - 1 - y) * row + x] = upper;
            }
        }
    }
#endif
#endif
#endif

    // Formats
#if SDK >= 12
    virtual DXGI_FORMAT GetDX11format() { EITHER(CALLED(GetDX11format), static_cast<DXGI_FORMAT>(sender.format)); }
    virtual void SetDX11format(DXGI_FORMAT format) { CALLED(SetDX11format, static_cast<int>(format)); sender.format = format; }
    virtual DXGI_FORMAT DX11format(GLint format) { return CALLED(DX11format, format); }
    virtual GLint GLDXformat(DXGI_FORMAT format) { return CALLED(GLDXformat, static_cast<int>(format)); }
    virtual int GLformat(GLuint texture, GLuint target) { return CALLED(GLformat, texture, target); }
    virtual std::string GLformatName(GLint format) { EITHER(static_cast<std::string>(CALLED(GLformatName, format)), std::string("GL_RGBA", 7)); }
#endif

    // DirectX
    virtual bool OpenDirectX() { return CALLED(OpenDirectX); }
    virtual void CloseDirectX() { CALLED(CloseDirectX); }
    virtual bool OpenDirectX11(void* device) { return CALLED(OpenDirectX11, device); }
    virtual void CloseDirectX11() { CALLED(CloseDirectX11); }
    virtual void* GetDX11Device() { return CALLED(GetDX11Device); }
    virtual void* GetDX11Context() { return CALLED(GetDX11Context); }

    virtual void Release() {
        CALLED(Release);
        this->SPOUTLIBRARY::~SPOUTLIBRARY();
        deallocate(this, sizeof *this);
    }

    // State; none of it is virtual.
    Sender sender;
    Receiver receiver;
    Buffer buffer;
    Pace pace;
    bool counting = true, syncing = true, vertical = false, logging = false, buffering = true, memoryShare = false;
    bool cpu = true, autoShare = true;
    int buffers = 2, mode = 0;
    long long started = 0;

    // As with OpenGL, whose current context belongs to one thread, and serves every object there.
    static constexpr int mostThreads = 64;
    static inline DWORD contextThreads[mostThreads];
    static bool exchange(DWORD from, DWORD to) {
        for (DWORD& thread : contextThreads) {
            DWORD expected = from;
            if (__atomic_compare_exchange_n(&thread, &expected, to, false, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST)) {
                return true;
            }
        }
        return false;
    }
    static bool createContext() { return drawsHere() || exchange(0, GetCurrentThreadId()); }
    static bool closeContext() { return exchange(GetCurrentThreadId(), 0); }
    static bool drawsHere() {
        for (DWORD thread : contextThreads) {
            if (thread == GetCurrentThreadId()) {
                return true;
            }
        }
        return false;
    }

    static bool sync(const char* name, bool set, DWORD timeout) {
        // One handle stays open, so that the event lives until somebody waits for it.
        static HANDLE event;
        HANDLE last = event;
        event = syncEvent(name == nullptr ? "" : name);
        if (last != nullptr) {
            CloseHandle(last);
        }
        return set ? SetEvent(event) : WaitForSingleObject(event, timeout) == 0;
    }

    static void become(std::string& text, const std::string& other) { text.replace(other.c_str(), other.length()); }

    // Of a path, the file's name, or the folder with what ends it.
    static std::string part(const std::string& path, bool name) {
        size end = path.length();
        while (end > 0 && path.c_str()[end - 1] != '\\') {
            end--;
        }
        return name ? std::string(path.c_str() + end, path.length() - end) : std::string(path.c_str(), end);
    }

    // The program's file.
    static std::string program() {
        char path[nameBytes];
        return std::string(path, GetModuleFileNameA(nullptr, path, nameBytes));
    }

    [[gnu::always_inline]] static bool hostPath(Answer& answer, const char* name, char* path, int most) {
        if (settings.probing) {
            answer.into(path, most);
            return answer;
        }
        SenderState found;
        if (!senderState(name, found)) {
            return onlyAl(false);
        }
        copyName(path, found.host, most);
        return onlyAl(true);
    }

    static std::vector<std::string> list() {
        int count = senders.count();
        std::vector<std::string> names(count);
        char name[nameBytes];
        for (int i = 0; i < count && senders.at(i, name, nameBytes); i++) {
            names.add(name, strlen(name));
        }
        return names;
    }

    static long long ticks() {
        long long now;
        QueryPerformanceCounter(&now);
        return now;
    }
    double milliseconds() const {
        long long frequency;
        QueryPerformanceFrequency(&frequency);
        return (ticks() - started) * 1000.0 / frequency;
    }
};

#define EXPORTED extern "C" __declspec(dllexport)

EXPORTED SPOUTLIBRARY* GetSpout() { return new (allocate(sizeof(SPOUTLIBRARY))) SPOUTLIBRARY; }

// What tests ask and set.
EXPORTED void StandInProbe(int probing) { settings.probing = probing != 0; }
EXPORTED void StandInBool(int yes) { settings.yes = yes != 0; }
EXPORTED void StandInStringLength(int length) { settings.stringLength = length; }
EXPORTED void StandInListSize(int size) { settings.listSize = size; }
EXPORTED void StandInOutLength(int length) { settings.outLength = length; }
EXPORTED int StandInLastCall(char* text, int bytes) { return calls.copyLast(text, bytes); }
EXPORTED int StandInCalls(char* text, int bytes) { return calls.copyAll(text, bytes); }
EXPORTED int StandInCallCount() { return calls.calls(); }
EXPORTED int StandInLastThread() { return static_cast<int>(calls.lastThread()); }
EXPORTED void StandInForget() { calls.forget(); }
// Blocks of memory that are allocated; an open instance is one.
EXPORTED int StandInBlocks() { return heap.living(); }
EXPORTED int StandInMistakes() { return heap.mistakes(); }
EXPORTED void* StandInAllocate(size bytes) { return allocate(bytes); }
EXPORTED void StandInDestroyString(std::string* string) { string->~string(); }
EXPORTED void StandInDestroyStrings(std::vector<std::string>* strings) { strings->~vector(); }

// What the compiler wants where there is no runtime library.
extern "C" int _fltused = 0;
EXPORTED int __stdcall DllMain(void*, DWORD, void*) { return 1; }
