package io.frontdesk.ingestion.parse;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How the parser program is run. */
@ConfigMapping(prefix = "frontdesk.parser")
public interface ParserConfig {
    /** The folder that holds {@code parser.jar} and {@code lib/}. */
    Path home();

    /** The Java command; the one that runs this service where it is not set, and {@code java} in a native executable. */
    Optional<String> java();

    /**
     * Options for its virtual machine. The heap is the limit that a hostile document meets; what the machine says of it must
     * not go where replies go.
     */
    @WithDefault("-Xmx256m,-XX:MaxMetaspaceSize=96m,-XX:CompressedClassSpaceSize=48m,-XX:MaxDirectMemorySize=32m,"
            + "-XX:+ExitOnOutOfMemoryError,-XX:+DisplayVMOutputToStderr,-XX:+UseSerialGC,-XX:TieredStopAtLevel=1,"
            + "-XX:-UsePerfData")
    List<String> options();

    /** Whether programs run in an empty network namespace, where the machine permits that ({@code unshare --user --net}). */
    @WithDefault("true")
    boolean isolateNetwork();

    /**
     * Memory that one program may write to, its heap and its virtual machine included: what native code takes meets this
     * limit. Held by the kernel where the machine has {@code prlimit}.
     */
    @WithDefault("640M")
    MemorySize memoryLimit();

    /** Size of a file that a program may write; large parts of documents wait in files. Held like the memory limit. */
    @WithDefault("256M")
    MemorySize fileLimit();

    /** How many programs there are at most, so how many documents are parsed at a time. */
    @WithDefault("2")
    int programs();

    /** How long one document may take. */
    @WithDefault("30s")
    Duration timeLimit();

    /** Characters of text that one document may have. */
    @WithDefault("5000000")
    int maxOutputChars();

    /** After how many documents a program is replaced, so that nothing that a document left behind stays long. */
    @WithDefault("500")
    int recycleAfter();

    /** A program that holds more memory than this after a document is replaced: more than a full heap is a leak. */
    @WithDefault("448M")
    MemorySize recycleAbove();
}
