/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.standalone.command;

import community.townhall.standalone.Refusal;
import community.townhall.standalone.data.DataDirectory;
import community.townhall.standalone.plan.JavaCommand;
import community.townhall.standalone.plan.Settings;
import community.townhall.standalone.supervision.Launch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.channels.FileLock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** {@code up --detach}: leaves a supervisor behind and returns when it has everything ready. */
public final class UpDetached {

    private static final long BETWEEN_LOOKS_MILLIS = 100;

    private final DataDirectory data;
    private final Settings settings;

    public UpDetached(DataDirectory data, Settings settings) {
        this.data = data;
        this.settings = settings;
    }

    public int run() throws InterruptedException {
        data.prepare();
        refuseIfRunning();
        GrowingFile log = GrowingFile.fromItsEnd(data.log(DataDirectory.SUPERVISOR));
        Process supervisor = start();
        Thread cutOff = new Thread(supervisor::destroy, "cut off");
        Runtime.getRuntime().addShutdownHook(cutOff);
        while (!isReady(supervisor)) {
            System.out.print(log.news());
            if (supervisor.waitFor(BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS)) {
                System.out.print(log.news());
                throw new Refusal("Townhall did not start; the logs are in " + data.logs());
            }
        }
        Runtime.getRuntime().removeShutdownHook(cutOff);
        System.out.print(log.news());
        new Welcome(data, settings).printTo(System.out);
        return 0;
    }

    private void refuseIfRunning() {
        Optional<FileLock> lock = data.lock();
        try {
            lock.orElseThrow(() -> Up.alreadyRunning(data)).acquiredBy().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isReady(Process supervisor) {
        return data.run()
                .map(run -> run.supervisor() == supervisor.pid() && run.ready())
                .orElse(false);
    }

    /** The same program with the same JVM options. */
    private Process start() {
        List<String> command = new ArrayList<>();
        command.add(JavaCommand.java().toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-jar", System.getProperty("java.class.path"), "supervise"));
        command.addAll(List.of("--data", data.root().toString()));
        command.addAll(List.of("--port", Integer.toString(settings.ports().gateway())));
        if (settings.mongodbUri() != null) {
            command.addAll(List.of("--mongodb-uri", settings.mongodbUri()));
        }
        if (settings.kafka() != null) {
            command.addAll(List.of("--kafka", settings.kafka()));
        }
        if (settings.mongod() != null) {
            command.addAll(List.of("--mongod", settings.mongod().toString()));
        }
        try {
            return new Launch(
                            data.processFile(DataDirectory.SUPERVISOR).path(),
                            data.log(DataDirectory.SUPERVISOR),
                            data.holdFile(DataDirectory.SUPERVISOR))
                    .start(command, Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
