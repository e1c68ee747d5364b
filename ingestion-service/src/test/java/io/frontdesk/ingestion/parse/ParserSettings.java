package io.frontdesk.ingestion.parse;

import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One parser program at a time, as it is installed beside this service. */
record ParserSettings(
        Optional<String> java,
        List<String> options,
        Duration timeLimit,
        int maxOutputChars,
        int recycleAfter,
        MemorySize recycleAbove)
        implements ParserConfig {

    static ParserSettings installed() {
        return new ParserSettings(
                Optional.empty(),
                List.of("-Xmx128m", "-XX:TieredStopAtLevel=1"),
                Duration.ofSeconds(30),
                100_000,
                100,
                bytes(Long.MAX_VALUE));
    }

    ParserSettings withJava(String command) {
        return new ParserSettings(Optional.of(command), options, timeLimit, maxOutputChars, recycleAfter, recycleAbove);
    }

    ParserSettings withOption(String option) {
        var more = Stream.concat(options.stream(), Stream.of(option)).toList();
        return new ParserSettings(java, more, timeLimit, maxOutputChars, recycleAfter, recycleAbove);
    }

    ParserSettings withTimeLimit(Duration limit) {
        return new ParserSettings(java, options, limit, maxOutputChars, recycleAfter, recycleAbove);
    }

    ParserSettings withRecycling(int after, long above) {
        return new ParserSettings(java, options, timeLimit, maxOutputChars, after, bytes(above));
    }

    @Override
    public Path home() {
        return Path.of("parser/target/parser");
    }

    @Override
    public boolean isolateNetwork() {
        return true;
    }

    @Override
    public MemorySize memoryLimit() {
        return bytes(640L * 1024 * 1024);
    }

    @Override
    public MemorySize fileLimit() {
        return bytes(256L * 1024 * 1024);
    }

    @Override
    public int programs() {
        return 1;
    }

    private static MemorySize bytes(long size) {
        return new MemorySize(BigInteger.valueOf(size));
    }
}
