package io.frontdesk.local.workspace;

import io.frontdesk.local.process.Await;
import io.frontdesk.local.process.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** One at a time, over threads and processes, by a lock on a file. */
public final class FolderLock {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private FolderLock() {}

    public static <T> T holding(Path file, Supplier<T> work) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            var lock = new AtomicReference<FileLock>();
            Await.until(
                    PATIENCE,
                    () -> tryLock(channel)
                            .map(held -> lock.getAndSet(held) == null)
                            .orElse(false),
                    () -> new Failure(file + " is locked by another launcher", "end that one, then try again"));
            return work.get();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<FileLock> tryLock(FileChannel channel) {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException anotherThreadHoldsIt) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
