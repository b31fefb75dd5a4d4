// A stand-in for ffmpeg and ffprobe on Windows: a film of 10 frames of 64 x 48, whose byte i of frame n is (7 n + i) mod 256, whatever is
// asked for; and for a film that is to be made, a file of the bytes that came. It has no shell, nor C library.

extern "C" {
using Handle = void *;
__declspec(dllimport) Handle GetStdHandle(unsigned);
__declspec(dllimport) int ReadFile(Handle, void *, unsigned, unsigned *, void *);
__declspec(dllimport) int WriteFile(Handle, const void *, unsigned, unsigned *, void *);
__declspec(dllimport) Handle CreateFileA(const char *, unsigned, unsigned, void *, unsigned, unsigned, Handle);
__declspec(dllimport) int CloseHandle(Handle);
__declspec(dllimport) const char *GetCommandLineA();
__declspec(dllimport) void ExitProcess(unsigned);
}

constexpr unsigned standardInput = -10u, standardOutput = -11u, standardError = -12u;
constexpr int width = 64, height = 48, frames = 10;
char name[1024];
unsigned char block[width * height * 4];

unsigned length(const char *text) {
    unsigned count = 0;
    while (text[count] != 0) {
        count++;
    }
    return count;
}

const char *find(const char *text, const char *word) {
    for (; *text != 0; text++) {
        unsigned i = 0;
        while (word[i] != 0 && text[i] == word[i]) {
            i++;
        }
        if (word[i] == 0) {
            return text;
        }
    }
    return nullptr;
}

bool write(Handle file, const void *bytes, unsigned count) {
    const char *next = static_cast<const char *>(bytes);
    while (count > 0) {
        unsigned done = 0;
        if (!WriteFile(file, next, count, &done, nullptr) || done == 0) {
            return false;
        }
        next += done;
        count -= done;
    }
    return true;
}

void say(unsigned where, const char *text) {
    write(GetStdHandle(where), text, length(text));
}

void play() {
    Handle out = GetStdHandle(standardOutput);
    for (int n = 0; n < frames; n++) {
        for (unsigned i = 0; i < sizeof block; i++) {
            block[i] = static_cast<unsigned char>(7 * n + i);
        }
        say(standardOutput, "P7\nWIDTH 64\nHEIGHT 48\nDEPTH 4\nMAXVAL 255\nTUPLTYPE RGB_ALPHA\nENDHDR\n");
        if (!write(out, block, sizeof block)) {
            say(standardError, "[error] av_interleaved_write_frame(): Broken pipe\r\n");
            ExitProcess(1);
        }
    }
}

// The last argument, "file:..." or file:...
void record(const char *line) {
    const char *last = nullptr;
    for (const char *next = find(line, "file:"); next != nullptr; next = find(next + 1, "file:")) {
        last = next;
    }
    for (unsigned i = 0; last != nullptr && i < sizeof name - 1 && last[5 + i] != 0 && last[5 + i] != '"'; i++) {
        name[i] = last[5 + i];
    }
    Handle file = CreateFileA(name, 0x40000000, 0, nullptr, 2, 0x80, nullptr);
    if (file == reinterpret_cast<Handle>(-1)) {
        say(standardError, "[error] the stand-in cannot write its file\r\n");
        ExitProcess(1);
    }
    Handle in = GetStdHandle(standardInput);
    unsigned count = 0;
    while (ReadFile(in, block, sizeof block, &count, nullptr) && count > 0) {
        write(file, block, count);
    }
    CloseHandle(file);
}

extern "C" void start() {
    const char *line = GetCommandLineA();
    if (find(line, "-version") != nullptr) {
        say(standardOutput, "ffmpeg version 5.1-stand-in\r\n");
    } else if (find(line, "-encoders") != nullptr) {
        say(standardOutput, " V....D libx264              H.264\r\n V....D ffv1                 FFV1\r\n");
    } else if (find(line, "-protocols") != nullptr) {
        say(standardOutput, "Output:\r\n  file\r\n");
    } else if (find(line, "-show_entries") != nullptr) {
        say(standardOutput, "streams.stream.0.codec_name=\"h264\"\r\nstreams.stream.0.codec_type=\"video\"\r\n"
                            "streams.stream.0.width=64\r\nstreams.stream.0.height=48\r\n"
                            "streams.stream.0.r_frame_rate=\"100/1\"\r\nstreams.stream.0.avg_frame_rate=\"100/1\"\r\n"
                            "streams.stream.1.codec_type=\"audio\"\r\nformat.duration=\"0.1\"\r\n");
    } else if (find(line, "image2pipe") != nullptr) {
        play();
    } else if (find(line, "pipe:0") != nullptr) {
        record(line);
    } else {
        say(standardError, "[error] the stand-in does not know what to do\r\n");
        ExitProcess(1);
    }
    ExitProcess(0);
}
