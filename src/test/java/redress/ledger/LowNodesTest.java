package redress.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import redress.merkle.CompactRange;
import redress.merkle.Node;
import redress.merkle.TreeHash;

/** What is not stored of the tree follows from the acts, node by node the same. */
class LowNodesTest {

    private static final int LEAVES = 53;

    @Test
    void low_nodes_are_those_of_the_whole_tree() {
        Map<Node, byte[]> whole = new HashMap<>();
        CompactRange tree = CompactRange.empty();
        List<byte[]> leaves = leaves();
        leaves.forEach(leaf -> tree.append(leaf, whole::put));
        List<Node> low = whole.keySet().stream().filter(LowNodes::isLow).toList();
        assertThat(low).hasSize(53 + 26 + 13 + 6);
        for (Node node : low) {
            assertThat(over(LowNodes.block(node), leaves).get(node))
                    .as(node.toString())
                    .isEqualTo(whole.get(node));
        }
    }

    private static Map<Node, byte[]> over(long block, List<byte[]> leaves) {
        LowNodes nodes = new LowNodes(block);
        for (long at = block; at < Math.min(LowNodes.end(block), leaves.size()); at++) {
            nodes.leaf(at, leaves.get((int) at));
        }
        return nodes.made();
    }

    private static List<byte[]> leaves() {
        List<byte[]> leaves = new ArrayList<>();
        for (int i = 0; i < LEAVES; i++) {
            leaves.add(TreeHash.leaf(("act " + i).getBytes(StandardCharsets.UTF_8)));
        }
        return leaves;
    }

    @Test
    void a_missing_act_is_told_and_makes_no_other_tree() {
        LowNodes nodes = new LowNodes(16);
        byte[] leaf = leaves().getFirst();
        nodes.leaf(16, leaf);
        assertThatThrownBy(() -> nodes.leaf(18, leaf))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("17");
    }
}
