package redress.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstanceTest {
    @TempDir
    private Path folder;

    @Test
    void a_second_launcher_is_told_how_to_stop_the_first() {
        Instance first = instance();
        first.take();
        assertThatThrownBy(() -> instance().take())
                .isInstanceOf(LaunchProblem.class)
                .hasMessageContaining("already running")
                .hasMessageContaining("process " + ProcessHandle.current().pid())
                .hasMessageContaining("./redress stop");
        first.release();
        Instance next = instance();
        next.take();
        next.release();
        assertThat(next.launcher()).isEmpty();
    }

    @Test
    void a_port_in_use_is_named_with_a_way_out() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> Ports.require(taken.getLocalPort()))
                    .isInstanceOf(LaunchProblem.class)
                    .hasMessageContaining("Port " + taken.getLocalPort() + " is in use")
                    .hasMessageContaining("--port");
            assertThat(Ports.prefer(taken.getLocalPort())).isNotEqualTo(taken.getLocalPort());
        }
    }

    @Test
    void a_secret_is_made_once_and_only_its_owner_may_read_it() throws IOException {
        String made = instance().secret("database");
        assertThat(instance().secret("database")).isEqualTo(made).hasSizeGreaterThanOrEqualTo(32);
        assertThat(instance().secret("other")).isNotEqualTo(made);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("it/secrets/database"))))
                .isEqualTo("rw-------");
    }

    @Test
    void what_a_dead_launcher_left_behind_is_ended_and_nothing_else() {
        Child left = Child.start("Left", new ProcessBuilder("sleep", "600"), instance());
        Child foreign = Child.start("Foreign", new ProcessBuilder("sleep", "600"), new Instance(folder, folder));
        String reused = "Reused " + foreign.pid() + " 12345\n";
        Path list = folder.resolve("it/processes");
        Folders.write(list, Folders.read(list) + reused);
        Instance next = instance();
        next.take();
        assertThat(left.alive()).isFalse();
        assertThat(foreign.alive())
                .as("a process with a recorded pid but another start time")
                .isTrue();
        next.release();
        foreign.kill();
    }

    @Test
    void a_server_that_ends_while_it_starts_is_told_with_its_last_words() {
        Child child = Child.start("Database", new ProcessBuilder("sh", "-c", "echo disk is full; exit 1"), instance());
        assertThatThrownBy(() -> child.await(java.time.Duration.ofSeconds(20), () -> false))
                .isInstanceOf(LaunchProblem.class)
                .hasMessageStartingWith("Database ended while it started: disk is full");
    }

    @Test
    void what_a_server_says_after_its_reason_does_not_hide_it() {
        String said = "echo Caused by: no such table; echo; echo FINE: Already shut down; exit 1";
        Child child = Child.start("Portal", new ProcessBuilder("sh", "-c", said), instance());
        assertThatThrownBy(() -> child.await(java.time.Duration.ofSeconds(20), () -> false))
                .hasMessageStartingWith("Portal ended while it started: Caused by: no such table (");
    }

    @Test
    void the_demo_s_people_are_those_of_the_realm() {
        String realm = Folders.read(Path.of("config/keycloak/redress-realm.json"));
        List<Login> people = Login.all();
        assertThat(people).hasSizeGreaterThan(8);
        for (Login person : people) {
            assertThat(realm)
                    .contains("\"username\": \"" + person.login() + "\"")
                    .contains("\"id\": \"" + person.id() + "\"")
                    .contains("\"value\": \"" + person.password() + "\"");
        }
    }

    private Instance instance() {
        return new Instance(folder, folder.resolve("it"));
    }
}
