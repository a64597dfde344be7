package redress.pattern;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The complaints of one cluster. An unknown person has no peers, so nothing is compared. */
record ClusterGroup(Cluster cluster) implements Group {

    @Override
    public String own() {
        return cluster.id();
    }

    @Override
    public Map<String, String> names() {
        return Map.of(cluster.id(), cluster.label());
    }

    @Override
    public Object members() {
        return cluster;
    }

    @Override
    public Collection<String> counted(Accused accused) {
        return cluster.members().contains(accused.complaint().id()) ? List.of(cluster.id()) : List.of();
    }

    @Override
    public Collection<Served> served(Posting posting) {
        return List.of();
    }

    @Override
    public Lack uncompared() {
        return Lack.NO_PEERS;
    }
}
