package io.frontdesk.ingestion.parse;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The folder of one program's files. A program that is killed deletes nothing itself. */
record Scratch(Path folder) {
    private static final Logger LOG = Logger.getLogger(Scratch.class);

    /** A new folder that nobody else may read. */
    static Scratch create() throws IOException {
        return new Scratch(Files.createTempDirectory("frontdesk-parser-"));
    }

    /** Deletes the folder with all that is in it; links are deleted, not followed. */
    void delete() {
        try {
            Files.walkFileTree(folder, new Deletion());
        } catch (IOException e) {
            LOG.warnf(e, "A parser program's files stay in %s", folder);
        }
    }

    private static final class Deletion extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure) throws IOException {
            if (failure != null) {
                throw failure;
            }
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
        }
    }
}
