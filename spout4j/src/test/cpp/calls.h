// What was called, and what is answered. A call is noted as "declared|name|argument|...", where declared is the number of the
// method in the order of declaration. While probing, every answer is made of that number, so that it tells a wrong slot, and of
// bits that tell a wrong width.
#pragma once

#include <stdarg.h>

#include "strings.h"

// What a test has set.
struct Settings {
    bool probing;
    bool yes;
    int stringLength;
    int listSize;
    int outLength;
};
inline Settings settings{false, true, 0, 0, -1};

// Pixels, data or a buffer that a caller gives: noted by its address.
struct Address {
    const void* at;
};

class CallLog {
    static constexpr int most = 1 << 18;
    char text[most];
    int used, last, total;
    DWORD thread;

    void put(char c) {
        if (used < most - 1) {
            text[used++] = c;
        }
    }
    void put(const char* word) {
        for (const char* c = word == nullptr ? "null" : word; *c != 0; c++) {
            put(*c);
        }
    }
    void putNumber(unsigned long long value, unsigned base) {
        char digits[24];
        int count = 0;
        do {
            digits[count++] = "0123456789abcdef"[value % base];
            value /= base;
        } while (value != 0);
        while (count > 0) {
            put(digits[--count]);
        }
    }
    void argument(long long value) {
        if (value < 0) {
            put('-');
        }
        putNumber(value < 0 ? 0ull - value : value, 10);
    }
    void argument(int value) { argument(static_cast<long long>(value)); }
    void argument(unsigned value) { argument(static_cast<long long>(value)); }
    void argument(DWORD value) { argument(static_cast<long long>(value)); }
    void argument(unsigned char value) { argument(static_cast<long long>(value)); }
    void argument(bool value) { put(value ? "true" : "false"); }
    void argument(const char* value) { put(value); }
    void argument(const void* value) {
        put("0x");
        putNumber(reinterpret_cast<size>(value), 16);
    }
    void argument(Address value) { argument(value.at); }
    void argument(const std::string& value) { put(value.c_str()); }
    void argument(const std::wstring& value) {
        for (size i = 0; i < value.length(); i++) {
            put(static_cast<char>(value.c_str()[i]));
        }
    }
    void argument(const POINT& value) {
        argument(static_cast<long long>(value.x));
        put(',');
        argument(static_cast<long long>(value.y));
    }
    void argument(const std::vector<std::string>& value) {
        for (size i = 0; i < value.count(); i++) {
            if (i > 0) {
                put(',');
            }
            argument(value[i]);
        }
    }

    void begin(int declared, const char* name) {
        if (used > most - 32768) {
            used = 0;
        }
        last = used;
        total++;
        thread = GetCurrentThreadId();
        argument(declared);
        put('|');
        put(name);
    }

public:
    volatile int lock;

    template <class... Arguments>
    void note(int declared, const char* name, const Arguments&... arguments) {
        Spin guard(lock);
        begin(declared, name);
        ((put('|'), argument(arguments)), ...);
        put('\n');
    }
    // Notes a printf-like call: the arguments before, then what comes of the format and those after it.
    template <class... Arguments>
    void noteFormatted(int declared, const char* name, const char* format, va_list more, const Arguments&... before) {
        Spin guard(lock);
        begin(declared, name);
        ((put('|'), argument(before)), ...);
        put('|');
        for (const char* c = format; *c != 0; c++) {
            if (*c != '%') {
                put(*c);
                continue;
            }
            switch (*++c) {
                case '%': put('%'); break;
                case 's': put(va_arg(more, const char*)); break;
                case 'd': argument(va_arg(more, int)); break;
                default: put("<a directive of the caller's>"); return put('\n');
            }
        }
        put('\n');
    }
    int copyLast(char* to, int bytes) { return copy(text + last, used - last, to, bytes); }
    int copyAll(char* to, int bytes) { return copy(text, used, to, bytes); }
    int calls() const { return total; }
    DWORD lastThread() const { return thread; }
    void forget() {
        Spin guard(lock);
        used = last = total = 0;
    }

private:
    int copy(const char* from, int length, char* to, int bytes) {
        Spin guard(lock);
        int copied = length < bytes - 1 ? length : bytes - 1;
        memcpy(to, from, copied);
        to[copied] = 0;
        return length;
    }
};
inline CallLog calls;

// A bool as MSVC returns it: in al, with anything in the bits above.
[[gnu::always_inline]] inline bool onlyAl(bool value) {
    bool al;
    unsigned char byte = value ? 1 : 0;
    asm volatile("movabsq $0xDEADBEEFDEADBE00, %%rax\n\tmovb %1, %%al" : "=&a"(al) : "q"(byte));
    return al;
}

// Whatever type the method returns.
class Answer {
    const char* name;
    int declared;

    int outputs = 0;

public:
    Answer(const char* method, int number) : name(method), declared(number) {}

    template <class... Arguments>
    const Answer& noting(const Arguments&... arguments) const {
        calls.note(declared, name, arguments...);
        return *this;
    }

    [[gnu::always_inline]] operator bool() const { return onlyAl(!settings.probing || settings.yes); }
    operator int() const { return -1000 - declared; }
    operator unsigned() const { return 0x80000000u + declared; }
    operator long() const { return -100000L - declared; }
    operator DWORD() const { return 0xC0000000ul + declared; }
    operator double() const { return declared + 0.376953125; }
    operator DXGI_FORMAT() const { return static_cast<DXGI_FORMAT>(declared + 1); }
    operator HANDLE() const { return address(); }
    operator HMODULE() const { return static_cast<HMODULE>(address()); }
    operator ID3D11Texture2D*() const { return static_cast<ID3D11Texture2D*>(address()); }
    operator const char*() const { return text(); }
    operator char*() const { return text(); }
    operator std::string() const {
        const char* words = text();
        return std::string(words, strlen(words));
    }
    operator std::vector<std::string>() const {
        std::vector<std::string> list(settings.listSize);
        for (int i = 0; i < settings.listSize; i++) {
            char words[64];
            size length = 0;
            for (const char* c = "sender "; *c != 0; c++) {
                words[length++] = *c;
            }
            for (int unit = 1000; unit > 0; unit /= 10) {
                words[length++] = static_cast<char>('0' + i / unit % 10);
            }
            // Every second one is too long to stand inside of the string.
            for (int more = i % 2 * 20; more > 0; more--) {
                words[length++] = '+';
            }
            list.add(words, length);
        }
        return list;
    }

    // Writes a number into an output; the nth output has n more.
    template <class Number>
    void into(Number& output) {
        output = static_cast<Number>(0x80000100u + static_cast<unsigned>(declared) + outputs++);
    }
    void into(HANDLE& output) {
        output = reinterpret_cast<HANDLE>(0xFFFFFFFF80000100ull + declared + outputs++);
    }
    void into(bool& output) { output = settings.yes; }

    // Writes text into an output of that many bytes, the end's NUL among them: as many as a test wants, else all.
    void into(char* output, int bytes) {
        int length = settings.outLength < 0 || settings.outLength > bytes - 1 ? bytes - 1 : settings.outLength;
        for (int i = 0; i < length; i++) {
            output[i] = static_cast<char>('a' + (declared + outputs + i) % 26);
        }
        output[length] = 0;
        outputs++;
    }

private:
    HANDLE address() const { return reinterpret_cast<HANDLE>(0xFFFFFFFF90000000ull + declared * 16ull); }

    // The method's name, then dots up to the length that is set.
    char* text() const {
        static char words[16384];
        int length = 0;
        for (const char* c = name; *c != 0; c++) {
            words[length++] = *c;
        }
        while (length < settings.stringLength) {
            words[length++] = '.';
        }
        words[length] = 0;
        return words;
    }
};
