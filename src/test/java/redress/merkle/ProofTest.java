package redress.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ProofTest {

    private static final int ALL = 300;
    private static final int DEEP = 130;
    private static final List<byte[]> LEAVES = new ArrayList<>();
    private static final Map<Node, byte[]> NODES = new HashMap<>();
    private static final List<byte[]> ROOTS = new ArrayList<>();

    @BeforeAll
    static void grow() {
        CompactRange edge = CompactRange.empty();
        ROOTS.add(edge.root());
        for (int i = 0; i < ALL; i++) {
            byte[] leaf = TreeHash.leaf(new byte[] {(byte) i, (byte) (i >>> 8)});
            LEAVES.add(leaf);
            edge.append(leaf, (node, hash) -> assertThat(NODES.put(node, hash)).isNull());
            ROOTS.add(edge.root());
        }
    }

    @Test
    void hashes_the_empty_tree_and_the_empty_leaf_as_published() {
        assertThat(HexFormat.of().formatHex(TreeHash.emptyRoot()))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(HexFormat.of().formatHex(TreeHash.leaf(new byte[0])))
                .isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
    }

    @Test
    void gives_the_root_of_the_reference_at_every_size() {
        for (int size = 0; size <= ALL; size++) {
            assertThat(ROOTS.get(size)).as("size %d", size).isEqualTo(NaiveTree.root(LEAVES.subList(0, size)));
        }
    }

    @Test
    void goes_on_from_stored_nodes_at_every_size() {
        for (int size = 0; size < ALL; size++) {
            CompactRange edge = CompactRange.of(
                    size,
                    CompactRange.peaks(size).stream().map(ProofTest::stored).toList());
            assertThat(edge.root()).isEqualTo(ROOTS.get(size));
            edge.append(LEAVES.get(size), (node, hash) -> assertThat(hash).isEqualTo(NODES.get(node)));
            assertThat(edge.root()).isEqualTo(ROOTS.get(size + 1));
            assertThat(edge.size()).isEqualTo(size + 1);
        }
    }

    @Test
    void proves_every_leaf_of_every_size_as_the_reference_does() {
        for (int size = 1; size <= DEEP; size++) {
            for (int index = 0; index < size; index++) {
                List<byte[]> proof = ProofPlan.inclusion(index, size).build(ProofTest::stored);
                assertThat(hex(proof)).isEqualTo(hex(NaiveTree.path(index, LEAVES.subList(0, size))));
                assertThat(ProofCheck.inclusion(index, size, LEAVES.get(index), proof, ROOTS.get(size)))
                        .isTrue();
                assertThat(ProofCheck.inclusion(index + 1, size, LEAVES.get(index), proof, ROOTS.get(size)))
                        .isFalse();
            }
        }
    }

    @Test
    void proves_every_pair_of_sizes_as_the_reference_does() {
        for (int size = 1; size <= DEEP; size++) {
            for (int earlier = 1; earlier <= size; earlier++) {
                List<byte[]> proof = ProofPlan.consistency(earlier, size).build(ProofTest::stored);
                assertThat(hex(proof)).isEqualTo(hex(NaiveTree.proof(earlier, LEAVES.subList(0, size))));
                assertThat(ProofCheck.consistency(earlier, size, ROOTS.get(earlier), ROOTS.get(size), proof))
                        .isTrue();
                assertThat(ProofCheck.consistency(earlier, size, ROOTS.get(earlier - 1), ROOTS.get(size), proof))
                        .isFalse();
                assertThat(ProofCheck.consistency(earlier, size, ROOTS.get(earlier), ROOTS.get(earlier - 1), proof))
                        .isFalse();
            }
        }
    }

    @Test
    void refuses_each_flipped_bit_of_a_proof() {
        List<byte[]> proof = ProofPlan.inclusion(77, ALL).build(ProofTest::stored);
        for (int i = 0; i < proof.size(); i++) {
            for (int bit = 0; bit < 256; bit++) {
                List<byte[]> bent = new ArrayList<>(proof);
                byte[] hash = proof.get(i).clone();
                hash[bit / 8] ^= (byte) (1 << bit % 8);
                bent.set(i, hash);
                assertThat(ProofCheck.inclusion(77, ALL, LEAVES.get(77), bent, ROOTS.get(ALL)))
                        .isFalse();
            }
        }
    }

    @Test
    void refuses_a_proof_of_the_wrong_shape_before_it_hashes() {
        List<byte[]> proof = ProofPlan.inclusion(5, 8).build(ProofTest::stored);
        byte[] leaf = LEAVES.get(5);
        byte[] root = ROOTS.get(8);
        assertThat(ProofCheck.inclusion(5, 8, leaf, proof.subList(0, 2), root)).isFalse();
        assertThat(ProofCheck.inclusion(-1, 8, leaf, proof, root)).isFalse();
        assertThat(ProofCheck.inclusion(8, 8, leaf, proof, root)).isFalse();
        assertThat(ProofCheck.inclusion(5, 8, new byte[31], proof, root)).isFalse();
        assertThat(ProofCheck.inclusion(5, 8, leaf, List.of(new byte[32], new byte[33], new byte[32]), root))
                .isFalse();
        assertThat(ProofCheck.inclusion(Long.MAX_VALUE - 1, Long.MAX_VALUE, leaf, proof, root))
                .isFalse();
        assertThat(ProofCheck.consistency(0, 8, ROOTS.get(0), root, List.of())).isFalse();
        assertThat(ProofCheck.consistency(9, 8, ROOTS.get(9), root, List.of())).isFalse();
    }

    @Test
    void asks_for_no_more_than_two_nodes_a_level() {
        for (long size : new long[] {1L << 40, (1L << 40) - 1, 987_654_321_987L}) {
            assertThat(ProofPlan.inclusion(size / 3, size).nodes()).hasSizeLessThan(82);
            assertThat(ProofPlan.consistency(size / 3, size).nodes()).hasSizeLessThan(82);
        }
    }

    @Test
    void refuses_what_no_tree_has() {
        assertThatThrownBy(() -> ProofPlan.inclusion(3, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ProofPlan.consistency(0, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CompactRange.of(3, List.of(new byte[32])))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Node(2, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CompactRange.empty().append(new byte[31], (node, hash) -> {}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] stored(Node node) {
        return Objects.requireNonNull(NODES.get(node), node.toString());
    }

    private static List<String> hex(List<byte[]> hashes) {
        return hashes.stream().map(HexFormat.of()::formatHex).toList();
    }
}
