package redress.container;

import org.jboss.arquillian.container.spi.client.container.ContainerConfiguration;
import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.container.spi.client.protocol.ProtocolDescription;
import org.jboss.arquillian.container.spi.client.protocol.metadata.HTTPContext;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.shrinkwrap.api.Archive;
import redress.launch.Stack;

/**
 * Arquillian's view of the {@link RunningPortal}. Each test class says which archive it wants; there is only one, so
 * deploying it again is nothing, and undeploying waits for the end of the run.
 */
public final class PortalContainer implements DeployableContainer<PortalContainer.Configuration> {

    /** Nothing to configure: the launcher chooses ports and folders. */
    public static final class Configuration implements ContainerConfiguration {
        @Override
        public void validate() {}
    }

    @Override
    public Class<Configuration> getConfigurationClass() {
        return Configuration.class;
    }

    @Override
    public ProtocolDescription getDefaultProtocol() {
        return new ProtocolDescription("Local");
    }

    @Override
    public ProtocolMetaData deploy(Archive<?> archive) {
        Stack stack = RunningPortal.stack();
        return new ProtocolMetaData()
                .addContext(new HTTPContext(
                        "127.0.0.1", java.net.URI.create(stack.portal().url()).getPort()));
    }

    @Override
    public void undeploy(Archive<?> archive) {}
}
