// Written by Sources/CEmbeddedFiles/generate (make embed). Do not edit.
#include "embedded_files.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char file_0[] = {
#embed "../../apimodels/defaults.json" suffix(, )
0};

static const unsigned char file_1[] = {
#embed "../../apimodels/kubernetes-downloads.tsv" suffix(, )
0};

static const unsigned char file_2[] = {
#embed "../../apimodels/regions.tsv" suffix(, )
0};

static const unsigned char file_3[] = {
#embed "../../apimodels/vm-sizes.tsv" suffix(, )
0};

static const unsigned char file_4[] = {
#embed "../../templates/README.md" suffix(, )
0};

static const unsigned char file_5[] = {
#embed "../../templates/bin/await-bring-up" suffix(, )
0};

static const unsigned char file_6[] = {
#embed "../../templates/bin/bootstrap" suffix(, )
0};

static const unsigned char file_7[] = {
#embed "../../templates/conf/cloud-init-azure.cfg" suffix(, )
0};

static const unsigned char file_8[] = {
#embed "../../templates/conf/containerd.toml" suffix(, )
0};

static const unsigned char file_9[] = {
#embed "../../templates/conf/crictl.yaml" suffix(, )
0};

static const unsigned char file_10[] = {
#embed "../../templates/conf/modules.conf" suffix(, )
0};

static const unsigned char file_11[] = {
#embed "../../templates/conf/snat.nft" suffix(, )
0};

static const unsigned char file_12[] = {
#embed "../../templates/conf/sysctl.conf" suffix(, )
0};

static const unsigned char file_13[] = {
#embed "../../templates/lib/common.sh" suffix(, )
0};

static const unsigned char file_14[] = {
#embed "../../templates/steps/10-host.sh" suffix(, )
0};

static const unsigned char file_15[] = {
#embed "../../templates/steps/20-network.sh" suffix(, )
0};

static const unsigned char file_16[] = {
#embed "../../templates/steps/30-downloads.sh" suffix(, )
0};

static const unsigned char file_17[] = {
#embed "../../templates/steps/40-containerd.sh" suffix(, )
0};

static const unsigned char file_18[] = {
#embed "../../templates/steps/50-cni.sh" suffix(, )
0};

static const unsigned char file_19[] = {
#embed "../../templates/steps/master/60-etcd-disk.sh" suffix(, )
0};

static const unsigned char file_20[] = {
#embed "../../templates/steps/master/70-kubeadm.sh" suffix(, )
0};

static const unsigned char file_21[] = {
#embed "../../templates/steps/node/70-kubelet.sh" suffix(, )
0};

static const unsigned char file_22[] = {
#embed "../../templates/units/containerd.service" suffix(, )
0};

static const unsigned char file_23[] = {
#embed "../../templates/units/kubelet.service" suffix(, )
0};

static const unsigned char file_24[] = {
#embed "../../templates/units/slipway-bootstrap.service" suffix(, )
0};

static const unsigned char file_25[] = {
#embed "../../templates/units/slipway-snat.service" suffix(, )
0};

static const struct embedded_file files[] = {
    {"apimodels/defaults.json", file_0, sizeof file_0 - 1},
    {"apimodels/kubernetes-downloads.tsv", file_1, sizeof file_1 - 1},
    {"apimodels/regions.tsv", file_2, sizeof file_2 - 1},
    {"apimodels/vm-sizes.tsv", file_3, sizeof file_3 - 1},
    {"templates/README.md", file_4, sizeof file_4 - 1},
    {"templates/bin/await-bring-up", file_5, sizeof file_5 - 1},
    {"templates/bin/bootstrap", file_6, sizeof file_6 - 1},
    {"templates/conf/cloud-init-azure.cfg", file_7, sizeof file_7 - 1},
    {"templates/conf/containerd.toml", file_8, sizeof file_8 - 1},
    {"templates/conf/crictl.yaml", file_9, sizeof file_9 - 1},
    {"templates/conf/modules.conf", file_10, sizeof file_10 - 1},
    {"templates/conf/snat.nft", file_11, sizeof file_11 - 1},
    {"templates/conf/sysctl.conf", file_12, sizeof file_12 - 1},
    {"templates/lib/common.sh", file_13, sizeof file_13 - 1},
    {"templates/steps/10-host.sh", file_14, sizeof file_14 - 1},
    {"templates/steps/20-network.sh", file_15, sizeof file_15 - 1},
    {"templates/steps/30-downloads.sh", file_16, sizeof file_16 - 1},
    {"templates/steps/40-containerd.sh", file_17, sizeof file_17 - 1},
    {"templates/steps/50-cni.sh", file_18, sizeof file_18 - 1},
    {"templates/steps/master/60-etcd-disk.sh", file_19, sizeof file_19 - 1},
    {"templates/steps/master/70-kubeadm.sh", file_20, sizeof file_20 - 1},
    {"templates/steps/node/70-kubelet.sh", file_21, sizeof file_21 - 1},
    {"templates/units/containerd.service", file_22, sizeof file_22 - 1},
    {"templates/units/kubelet.service", file_23, sizeof file_23 - 1},
    {"templates/units/slipway-bootstrap.service", file_24, sizeof file_24 - 1},
    {"templates/units/slipway-snat.service", file_25, sizeof file_25 - 1},
};

size_t embedded_file_count(void) { return sizeof files / sizeof files[0]; }

const struct embedded_file *embedded_file_at(size_t index) { return &files[index]; }
