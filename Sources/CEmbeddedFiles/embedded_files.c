// Written by Sources/CEmbeddedFiles/generate (make embed). Do not edit.
#include "embedded_files.h"
#include <string.h>

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char file_Sources_CEmbeddedFiles_packed_master_tar_gz[] = {
#embed "../../Sources/CEmbeddedFiles/packed/master.tar.gz" suffix(, )
0};

static const unsigned char file_Sources_CEmbeddedFiles_packed_node_tar_gz[] = {
#embed "../../Sources/CEmbeddedFiles/packed/node.tar.gz" suffix(, )
0};

static const unsigned char file_apimodels_azure_errors_json[] = {
#embed "../../apimodels/azure-errors.json" suffix(, )
0};

static const unsigned char file_apimodels_defaults_json[] = {
#embed "../../apimodels/defaults.json" suffix(, )
0};

static const unsigned char file_apimodels_failures_json[] = {
#embed "../../apimodels/failures.json" suffix(, )
0};

static const unsigned char file_apimodels_key_descriptions_tsv[] = {
#embed "../../apimodels/key-descriptions.tsv" suffix(, )
0};

static const unsigned char file_apimodels_kubernetes_downloads_tsv[] = {
#embed "../../apimodels/kubernetes-downloads.tsv" suffix(, )
0};

static const unsigned char file_apimodels_kubernetes_features_tsv[] = {
#embed "../../apimodels/kubernetes-features.tsv" suffix(, )
0};

static const unsigned char file_apimodels_kubernetes_flags_tsv[] = {
#embed "../../apimodels/kubernetes-flags.tsv" suffix(, )
0};

static const unsigned char file_apimodels_kubernetes_images_tsv[] = {
#embed "../../apimodels/kubernetes-images.tsv" suffix(, )
0};

static const unsigned char file_apimodels_regions_tsv[] = {
#embed "../../apimodels/regions.tsv" suffix(, )
0};

static const unsigned char file_apimodels_vm_sizes_tsv[] = {
#embed "../../apimodels/vm-sizes.tsv" suffix(, )
0};

static const unsigned char file_docs_rules_AZ001_md[] = {
#embed "../../docs/rules/AZ001.md" suffix(, )
0};

static const unsigned char file_docs_rules_AZ002_md[] = {
#embed "../../docs/rules/AZ002.md" suffix(, )
0};

static const unsigned char file_docs_rules_AZ003_md[] = {
#embed "../../docs/rules/AZ003.md" suffix(, )
0};

static const unsigned char file_docs_rules_AZ004_md[] = {
#embed "../../docs/rules/AZ004.md" suffix(, )
0};

static const unsigned char file_docs_rules_AZ005_md[] = {
#embed "../../docs/rules/AZ005.md" suffix(, )
0};

static const unsigned char file_docs_rules_AZ006_md[] = {
#embed "../../docs/rules/AZ006.md" suffix(, )
0};

static const unsigned char file_docs_rules_AZ007_md[] = {
#embed "../../docs/rules/AZ007.md" suffix(, )
0};

static const unsigned char file_docs_rules_AZ008_md[] = {
#embed "../../docs/rules/AZ008.md" suffix(, )
0};

static const unsigned char file_docs_rules_AZ009_md[] = {
#embed "../../docs/rules/AZ009.md" suffix(, )
0};

static const unsigned char file_docs_rules_AZ010_md[] = {
#embed "../../docs/rules/AZ010.md" suffix(, )
0};

static const unsigned char file_docs_rules_AZ011_md[] = {
#embed "../../docs/rules/AZ011.md" suffix(, )
0};

static const unsigned char file_docs_rules_ID001_md[] = {
#embed "../../docs/rules/ID001.md" suffix(, )
0};

static const unsigned char file_docs_rules_ID002_md[] = {
#embed "../../docs/rules/ID002.md" suffix(, )
0};

static const unsigned char file_docs_rules_ID003_md[] = {
#embed "../../docs/rules/ID003.md" suffix(, )
0};

static const unsigned char file_docs_rules_ID004_md[] = {
#embed "../../docs/rules/ID004.md" suffix(, )
0};

static const unsigned char file_docs_rules_ID005_md[] = {
#embed "../../docs/rules/ID005.md" suffix(, )
0};

static const unsigned char file_docs_rules_ID006_md[] = {
#embed "../../docs/rules/ID006.md" suffix(, )
0};

static const unsigned char file_docs_rules_ID007_md[] = {
#embed "../../docs/rules/ID007.md" suffix(, )
0};

static const unsigned char file_docs_rules_ID008_md[] = {
#embed "../../docs/rules/ID008.md" suffix(, )
0};

static const unsigned char file_docs_rules_ID009_md[] = {
#embed "../../docs/rules/ID009.md" suffix(, )
0};

static const unsigned char file_docs_rules_ID010_md[] = {
#embed "../../docs/rules/ID010.md" suffix(, )
0};

static const unsigned char file_docs_rules_ID011_md[] = {
#embed "../../docs/rules/ID011.md" suffix(, )
0};

static const unsigned char file_docs_rules_ID012_md[] = {
#embed "../../docs/rules/ID012.md" suffix(, )
0};

static const unsigned char file_docs_rules_IP001_md[] = {
#embed "../../docs/rules/IP001.md" suffix(, )
0};

static const unsigned char file_docs_rules_IP002_md[] = {
#embed "../../docs/rules/IP002.md" suffix(, )
0};

static const unsigned char file_docs_rules_IP003_md[] = {
#embed "../../docs/rules/IP003.md" suffix(, )
0};

static const unsigned char file_docs_rules_IP004_md[] = {
#embed "../../docs/rules/IP004.md" suffix(, )
0};

static const unsigned char file_docs_rules_IP005_md[] = {
#embed "../../docs/rules/IP005.md" suffix(, )
0};

static const unsigned char file_docs_rules_IP006_md[] = {
#embed "../../docs/rules/IP006.md" suffix(, )
0};

static const unsigned char file_docs_rules_IP007_md[] = {
#embed "../../docs/rules/IP007.md" suffix(, )
0};

static const unsigned char file_docs_rules_IP008_md[] = {
#embed "../../docs/rules/IP008.md" suffix(, )
0};

static const unsigned char file_docs_rules_IP009_md[] = {
#embed "../../docs/rules/IP009.md" suffix(, )
0};

static const unsigned char file_docs_rules_IP010_md[] = {
#embed "../../docs/rules/IP010.md" suffix(, )
0};

static const unsigned char file_docs_rules_IP011_md[] = {
#embed "../../docs/rules/IP011.md" suffix(, )
0};

static const unsigned char file_docs_rules_IP012_md[] = {
#embed "../../docs/rules/IP012.md" suffix(, )
0};

static const unsigned char file_docs_rules_IP013_md[] = {
#embed "../../docs/rules/IP013.md" suffix(, )
0};

static const unsigned char file_docs_rules_IP014_md[] = {
#embed "../../docs/rules/IP014.md" suffix(, )
0};

static const unsigned char file_docs_rules_IP015_md[] = {
#embed "../../docs/rules/IP015.md" suffix(, )
0};

static const unsigned char file_docs_rules_IP016_md[] = {
#embed "../../docs/rules/IP016.md" suffix(, )
0};

static const unsigned char file_docs_rules_KU001_md[] = {
#embed "../../docs/rules/KU001.md" suffix(, )
0};

static const unsigned char file_docs_rules_KU002_md[] = {
#embed "../../docs/rules/KU002.md" suffix(, )
0};

static const unsigned char file_docs_rules_KU003_md[] = {
#embed "../../docs/rules/KU003.md" suffix(, )
0};

static const unsigned char file_docs_rules_KU004_md[] = {
#embed "../../docs/rules/KU004.md" suffix(, )
0};

static const unsigned char file_docs_rules_KU005_md[] = {
#embed "../../docs/rules/KU005.md" suffix(, )
0};

static const unsigned char file_docs_rules_KU006_md[] = {
#embed "../../docs/rules/KU006.md" suffix(, )
0};

static const unsigned char file_docs_rules_KU007_md[] = {
#embed "../../docs/rules/KU007.md" suffix(, )
0};

static const unsigned char file_docs_rules_KU008_md[] = {
#embed "../../docs/rules/KU008.md" suffix(, )
0};

static const unsigned char file_docs_rules_KU009_md[] = {
#embed "../../docs/rules/KU009.md" suffix(, )
0};

static const unsigned char file_docs_rules_KU010_md[] = {
#embed "../../docs/rules/KU010.md" suffix(, )
0};

static const unsigned char file_docs_rules_KU011_md[] = {
#embed "../../docs/rules/KU011.md" suffix(, )
0};

static const unsigned char file_docs_rules_KU012_md[] = {
#embed "../../docs/rules/KU012.md" suffix(, )
0};

static const unsigned char file_docs_rules_KU013_md[] = {
#embed "../../docs/rules/KU013.md" suffix(, )
0};

static const unsigned char file_docs_rules_KU014_md[] = {
#embed "../../docs/rules/KU014.md" suffix(, )
0};

static const unsigned char file_docs_rules_KU015_md[] = {
#embed "../../docs/rules/KU015.md" suffix(, )
0};

static const unsigned char file_docs_rules_KU016_md[] = {
#embed "../../docs/rules/KU016.md" suffix(, )
0};

static const unsigned char file_docs_rules_KU017_md[] = {
#embed "../../docs/rules/KU017.md" suffix(, )
0};

static const unsigned char file_docs_rules_KU018_md[] = {
#embed "../../docs/rules/KU018.md" suffix(, )
0};

static const unsigned char file_docs_rules_KU019_md[] = {
#embed "../../docs/rules/KU019.md" suffix(, )
0};

static const unsigned char file_docs_rules_KU020_md[] = {
#embed "../../docs/rules/KU020.md" suffix(, )
0};

static const unsigned char file_docs_rules_KU021_md[] = {
#embed "../../docs/rules/KU021.md" suffix(, )
0};

static const unsigned char file_docs_rules_LM001_md[] = {
#embed "../../docs/rules/LM001.md" suffix(, )
0};

static const unsigned char file_docs_rules_LM002_md[] = {
#embed "../../docs/rules/LM002.md" suffix(, )
0};

static const unsigned char file_docs_rules_LM003_md[] = {
#embed "../../docs/rules/LM003.md" suffix(, )
0};

static const unsigned char file_docs_rules_LM004_md[] = {
#embed "../../docs/rules/LM004.md" suffix(, )
0};

static const unsigned char file_docs_rules_LM005_md[] = {
#embed "../../docs/rules/LM005.md" suffix(, )
0};

static const unsigned char file_docs_rules_LM006_md[] = {
#embed "../../docs/rules/LM006.md" suffix(, )
0};

static const unsigned char file_docs_rules_LM007_md[] = {
#embed "../../docs/rules/LM007.md" suffix(, )
0};

static const unsigned char file_docs_rules_MD001_md[] = {
#embed "../../docs/rules/MD001.md" suffix(, )
0};

static const unsigned char file_docs_rules_MD002_md[] = {
#embed "../../docs/rules/MD002.md" suffix(, )
0};

static const unsigned char file_docs_rules_MD003_md[] = {
#embed "../../docs/rules/MD003.md" suffix(, )
0};

static const unsigned char file_docs_rules_MD004_md[] = {
#embed "../../docs/rules/MD004.md" suffix(, )
0};

static const unsigned char file_docs_rules_MD005_md[] = {
#embed "../../docs/rules/MD005.md" suffix(, )
0};

static const unsigned char file_docs_rules_NW001_md[] = {
#embed "../../docs/rules/NW001.md" suffix(, )
0};

static const unsigned char file_docs_rules_NW002_md[] = {
#embed "../../docs/rules/NW002.md" suffix(, )
0};

static const unsigned char file_docs_rules_NW003_md[] = {
#embed "../../docs/rules/NW003.md" suffix(, )
0};

static const unsigned char file_docs_rules_NW004_md[] = {
#embed "../../docs/rules/NW004.md" suffix(, )
0};

static const unsigned char file_docs_rules_NW005_md[] = {
#embed "../../docs/rules/NW005.md" suffix(, )
0};

static const unsigned char file_docs_rules_NW006_md[] = {
#embed "../../docs/rules/NW006.md" suffix(, )
0};

static const unsigned char file_docs_rules_NW007_md[] = {
#embed "../../docs/rules/NW007.md" suffix(, )
0};

static const unsigned char file_docs_rules_NW008_md[] = {
#embed "../../docs/rules/NW008.md" suffix(, )
0};

static const unsigned char file_docs_rules_NW009_md[] = {
#embed "../../docs/rules/NW009.md" suffix(, )
0};

static const unsigned char file_docs_rules_NW010_md[] = {
#embed "../../docs/rules/NW010.md" suffix(, )
0};

static const unsigned char file_docs_rules_NW011_md[] = {
#embed "../../docs/rules/NW011.md" suffix(, )
0};

static const unsigned char file_docs_rules_NW012_md[] = {
#embed "../../docs/rules/NW012.md" suffix(, )
0};

static const unsigned char file_docs_rules_NW013_md[] = {
#embed "../../docs/rules/NW013.md" suffix(, )
0};

static const unsigned char file_docs_rules_NW014_md[] = {
#embed "../../docs/rules/NW014.md" suffix(, )
0};

static const unsigned char file_docs_rules_NW015_md[] = {
#embed "../../docs/rules/NW015.md" suffix(, )
0};

static const unsigned char file_docs_rules_NW016_md[] = {
#embed "../../docs/rules/NW016.md" suffix(, )
0};

static const unsigned char file_docs_rules_NW017_md[] = {
#embed "../../docs/rules/NW017.md" suffix(, )
0};

static const unsigned char file_docs_rules_NW018_md[] = {
#embed "../../docs/rules/NW018.md" suffix(, )
0};

static const unsigned char file_docs_rules_NW019_md[] = {
#embed "../../docs/rules/NW019.md" suffix(, )
0};

static const unsigned char file_docs_rules_NW020_md[] = {
#embed "../../docs/rules/NW020.md" suffix(, )
0};

static const unsigned char file_docs_rules_NW021_md[] = {
#embed "../../docs/rules/NW021.md" suffix(, )
0};

static const unsigned char file_docs_rules_NW022_md[] = {
#embed "../../docs/rules/NW022.md" suffix(, )
0};

static const unsigned char file_docs_rules_NW023_md[] = {
#embed "../../docs/rules/NW023.md" suffix(, )
0};

static const unsigned char file_docs_rules_NW024_md[] = {
#embed "../../docs/rules/NW024.md" suffix(, )
0};

static const unsigned char file_docs_rules_NW025_md[] = {
#embed "../../docs/rules/NW025.md" suffix(, )
0};

static const unsigned char file_docs_rules_NW026_md[] = {
#embed "../../docs/rules/NW026.md" suffix(, )
0};

static const unsigned char file_docs_rules_NW027_md[] = {
#embed "../../docs/rules/NW027.md" suffix(, )
0};

static const unsigned char file_docs_rules_NW028_md[] = {
#embed "../../docs/rules/NW028.md" suffix(, )
0};

static const unsigned char file_docs_rules_NW029_md[] = {
#embed "../../docs/rules/NW029.md" suffix(, )
0};

static const unsigned char file_docs_rules_NW030_md[] = {
#embed "../../docs/rules/NW030.md" suffix(, )
0};

static const unsigned char file_docs_rules_NW031_md[] = {
#embed "../../docs/rules/NW031.md" suffix(, )
0};

static const unsigned char file_docs_rules_NW032_md[] = {
#embed "../../docs/rules/NW032.md" suffix(, )
0};

static const unsigned char file_docs_rules_NW033_md[] = {
#embed "../../docs/rules/NW033.md" suffix(, )
0};

static const unsigned char file_docs_rules_NW034_md[] = {
#embed "../../docs/rules/NW034.md" suffix(, )
0};

static const unsigned char file_docs_rules_NW035_md[] = {
#embed "../../docs/rules/NW035.md" suffix(, )
0};

static const unsigned char file_docs_rules_NW036_md[] = {
#embed "../../docs/rules/NW036.md" suffix(, )
0};

static const unsigned char file_docs_rules_NW037_md[] = {
#embed "../../docs/rules/NW037.md" suffix(, )
0};

static const unsigned char file_docs_rules_NW038_md[] = {
#embed "../../docs/rules/NW038.md" suffix(, )
0};

static const unsigned char file_docs_rules_NW039_md[] = {
#embed "../../docs/rules/NW039.md" suffix(, )
0};

static const unsigned char file_docs_rules_NW040_md[] = {
#embed "../../docs/rules/NW040.md" suffix(, )
0};

static const unsigned char file_docs_rules_NW041_md[] = {
#embed "../../docs/rules/NW041.md" suffix(, )
0};

static const unsigned char file_docs_rules_NW042_md[] = {
#embed "../../docs/rules/NW042.md" suffix(, )
0};

static const unsigned char file_docs_rules_NW043_md[] = {
#embed "../../docs/rules/NW043.md" suffix(, )
0};

static const unsigned char file_docs_rules_NW044_md[] = {
#embed "../../docs/rules/NW044.md" suffix(, )
0};

static const unsigned char file_docs_rules_NW045_md[] = {
#embed "../../docs/rules/NW045.md" suffix(, )
0};

static const unsigned char file_docs_rules_NW046_md[] = {
#embed "../../docs/rules/NW046.md" suffix(, )
0};

static const unsigned char file_docs_rules_NW047_md[] = {
#embed "../../docs/rules/NW047.md" suffix(, )
0};

static const unsigned char file_docs_rules_NW048_md[] = {
#embed "../../docs/rules/NW048.md" suffix(, )
0};

static const unsigned char file_docs_rules_NW049_md[] = {
#embed "../../docs/rules/NW049.md" suffix(, )
0};

static const unsigned char file_docs_rules_NW050_md[] = {
#embed "../../docs/rules/NW050.md" suffix(, )
0};

static const unsigned char file_docs_rules_NW051_md[] = {
#embed "../../docs/rules/NW051.md" suffix(, )
0};

static const unsigned char file_docs_rules_NW052_md[] = {
#embed "../../docs/rules/NW052.md" suffix(, )
0};

static const unsigned char file_docs_rules_NW053_md[] = {
#embed "../../docs/rules/NW053.md" suffix(, )
0};

static const unsigned char file_docs_rules_NW054_md[] = {
#embed "../../docs/rules/NW054.md" suffix(, )
0};

static const unsigned char file_docs_rules_NW055_md[] = {
#embed "../../docs/rules/NW055.md" suffix(, )
0};

static const unsigned char file_docs_rules_NW056_md[] = {
#embed "../../docs/rules/NW056.md" suffix(, )
0};

static const unsigned char file_docs_rules_NW057_md[] = {
#embed "../../docs/rules/NW057.md" suffix(, )
0};

static const unsigned char file_docs_rules_NW058_md[] = {
#embed "../../docs/rules/NW058.md" suffix(, )
0};

static const unsigned char file_docs_rules_NW059_md[] = {
#embed "../../docs/rules/NW059.md" suffix(, )
0};

static const unsigned char file_docs_rules_NW060_md[] = {
#embed "../../docs/rules/NW060.md" suffix(, )
0};

static const unsigned char file_docs_rules_NW061_md[] = {
#embed "../../docs/rules/NW061.md" suffix(, )
0};

static const unsigned char file_docs_rules_NW062_md[] = {
#embed "../../docs/rules/NW062.md" suffix(, )
0};

static const unsigned char file_docs_rules_PK001_md[] = {
#embed "../../docs/rules/PK001.md" suffix(, )
0};

static const unsigned char file_docs_rules_PK002_md[] = {
#embed "../../docs/rules/PK002.md" suffix(, )
0};

static const unsigned char file_docs_rules_PK007_md[] = {
#embed "../../docs/rules/PK007.md" suffix(, )
0};

static const unsigned char file_docs_rules_PK008_md[] = {
#embed "../../docs/rules/PK008.md" suffix(, )
0};

static const unsigned char file_docs_rules_PV001_md[] = {
#embed "../../docs/rules/PV001.md" suffix(, )
0};

static const unsigned char file_docs_rules_PV002_md[] = {
#embed "../../docs/rules/PV002.md" suffix(, )
0};

static const unsigned char file_docs_rules_PV003_md[] = {
#embed "../../docs/rules/PV003.md" suffix(, )
0};

static const unsigned char file_docs_rules_RD001_md[] = {
#embed "../../docs/rules/RD001.md" suffix(, )
0};

static const unsigned char file_docs_rules_RD002_md[] = {
#embed "../../docs/rules/RD002.md" suffix(, )
0};

static const unsigned char file_docs_rules_RD003_md[] = {
#embed "../../docs/rules/RD003.md" suffix(, )
0};

static const unsigned char file_docs_rules_RD004_md[] = {
#embed "../../docs/rules/RD004.md" suffix(, )
0};

static const unsigned char file_docs_rules_RD005_md[] = {
#embed "../../docs/rules/RD005.md" suffix(, )
0};

static const unsigned char file_docs_rules_RD006_md[] = {
#embed "../../docs/rules/RD006.md" suffix(, )
0};

static const unsigned char file_docs_rules_RD007_md[] = {
#embed "../../docs/rules/RD007.md" suffix(, )
0};

static const unsigned char file_docs_rules_RD008_md[] = {
#embed "../../docs/rules/RD008.md" suffix(, )
0};

static const unsigned char file_docs_rules_RD009_md[] = {
#embed "../../docs/rules/RD009.md" suffix(, )
0};

static const unsigned char file_docs_rules_ST001_md[] = {
#embed "../../docs/rules/ST001.md" suffix(, )
0};

static const unsigned char file_docs_rules_ST002_md[] = {
#embed "../../docs/rules/ST002.md" suffix(, )
0};

static const unsigned char file_docs_rules_ST003_md[] = {
#embed "../../docs/rules/ST003.md" suffix(, )
0};

static const unsigned char file_docs_rules_ST004_md[] = {
#embed "../../docs/rules/ST004.md" suffix(, )
0};

static const unsigned char file_docs_rules_ST005_md[] = {
#embed "../../docs/rules/ST005.md" suffix(, )
0};

static const unsigned char file_docs_rules_ST006_md[] = {
#embed "../../docs/rules/ST006.md" suffix(, )
0};

static const unsigned char file_docs_rules_UP001_md[] = {
#embed "../../docs/rules/UP001.md" suffix(, )
0};

static const unsigned char file_docs_rules_UP002_md[] = {
#embed "../../docs/rules/UP002.md" suffix(, )
0};

static const unsigned char file_docs_rules_UP003_md[] = {
#embed "../../docs/rules/UP003.md" suffix(, )
0};

static const unsigned char file_docs_rules_UP004_md[] = {
#embed "../../docs/rules/UP004.md" suffix(, )
0};

static const unsigned char file_docs_rules_UP005_md[] = {
#embed "../../docs/rules/UP005.md" suffix(, )
0};

static const unsigned char file_docs_rules_UP006_md[] = {
#embed "../../docs/rules/UP006.md" suffix(, )
0};

static const unsigned char file_docs_rules_UP007_md[] = {
#embed "../../docs/rules/UP007.md" suffix(, )
0};

static const unsigned char file_docs_rules_UP008_md[] = {
#embed "../../docs/rules/UP008.md" suffix(, )
0};

static const unsigned char file_docs_rules_UP009_md[] = {
#embed "../../docs/rules/UP009.md" suffix(, )
0};

static const unsigned char file_docs_rules_UP010_md[] = {
#embed "../../docs/rules/UP010.md" suffix(, )
0};

static const unsigned char file_docs_rules_UP011_md[] = {
#embed "../../docs/rules/UP011.md" suffix(, )
0};

static const unsigned char file_docs_rules_UP012_md[] = {
#embed "../../docs/rules/UP012.md" suffix(, )
0};

static const unsigned char file_docs_rules_UP013_md[] = {
#embed "../../docs/rules/UP013.md" suffix(, )
0};

static const unsigned char file_docs_rules_UP014_md[] = {
#embed "../../docs/rules/UP014.md" suffix(, )
0};

static const unsigned char file_docs_rules_UP015_md[] = {
#embed "../../docs/rules/UP015.md" suffix(, )
0};

static const unsigned char file_docs_rules_UP016_md[] = {
#embed "../../docs/rules/UP016.md" suffix(, )
0};

static const unsigned char file_docs_rules_UP017_md[] = {
#embed "../../docs/rules/UP017.md" suffix(, )
0};

static const unsigned char file_docs_rules_UP018_md[] = {
#embed "../../docs/rules/UP018.md" suffix(, )
0};

static const unsigned char file_docs_rules_UP019_md[] = {
#embed "../../docs/rules/UP019.md" suffix(, )
0};

static const unsigned char file_docs_rules_UP020_md[] = {
#embed "../../docs/rules/UP020.md" suffix(, )
0};

static const unsigned char file_docs_rules_UP021_md[] = {
#embed "../../docs/rules/UP021.md" suffix(, )
0};

static const unsigned char file_docs_rules_UP022_md[] = {
#embed "../../docs/rules/UP022.md" suffix(, )
0};

static const unsigned char file_docs_rules_UP023_md[] = {
#embed "../../docs/rules/UP023.md" suffix(, )
0};

static const unsigned char file_docs_rules_UP024_md[] = {
#embed "../../docs/rules/UP024.md" suffix(, )
0};

static const unsigned char file_docs_rules_UP025_md[] = {
#embed "../../docs/rules/UP025.md" suffix(, )
0};

static const unsigned char file_docs_rules_UP026_md[] = {
#embed "../../docs/rules/UP026.md" suffix(, )
0};

static const unsigned char file_docs_rules_UP027_md[] = {
#embed "../../docs/rules/UP027.md" suffix(, )
0};

static const unsigned char file_docs_rules_UP028_md[] = {
#embed "../../docs/rules/UP028.md" suffix(, )
0};

static const unsigned char file_docs_rules_UP029_md[] = {
#embed "../../docs/rules/UP029.md" suffix(, )
0};

static const unsigned char file_docs_rules_UP030_md[] = {
#embed "../../docs/rules/UP030.md" suffix(, )
0};

static const unsigned char file_docs_rules_UP031_md[] = {
#embed "../../docs/rules/UP031.md" suffix(, )
0};

static const unsigned char file_docs_rules_UP032_md[] = {
#embed "../../docs/rules/UP032.md" suffix(, )
0};

static const unsigned char file_docs_rules_VM001_md[] = {
#embed "../../docs/rules/VM001.md" suffix(, )
0};

static const unsigned char file_docs_rules_VM002_md[] = {
#embed "../../docs/rules/VM002.md" suffix(, )
0};

static const unsigned char file_docs_rules_VM003_md[] = {
#embed "../../docs/rules/VM003.md" suffix(, )
0};

static const unsigned char file_docs_rules_VM004_md[] = {
#embed "../../docs/rules/VM004.md" suffix(, )
0};

static const unsigned char file_docs_rules_VM005_md[] = {
#embed "../../docs/rules/VM005.md" suffix(, )
0};

static const unsigned char file_docs_rules_VM006_md[] = {
#embed "../../docs/rules/VM006.md" suffix(, )
0};

static const unsigned char file_docs_rules_VM007_md[] = {
#embed "../../docs/rules/VM007.md" suffix(, )
0};

static const unsigned char file_docs_rules_VM008_md[] = {
#embed "../../docs/rules/VM008.md" suffix(, )
0};

static const unsigned char file_docs_rules_VM009_md[] = {
#embed "../../docs/rules/VM009.md" suffix(, )
0};

static const unsigned char file_docs_rules_VM010_md[] = {
#embed "../../docs/rules/VM010.md" suffix(, )
0};

static const unsigned char file_docs_rules_VM011_md[] = {
#embed "../../docs/rules/VM011.md" suffix(, )
0};

static const unsigned char file_docs_rules_VM012_md[] = {
#embed "../../docs/rules/VM012.md" suffix(, )
0};

static const unsigned char file_docs_rules_VM013_md[] = {
#embed "../../docs/rules/VM013.md" suffix(, )
0};

static const unsigned char file_docs_rules_VM014_md[] = {
#embed "../../docs/rules/VM014.md" suffix(, )
0};

static const unsigned char file_docs_rules_VM015_md[] = {
#embed "../../docs/rules/VM015.md" suffix(, )
0};

static const unsigned char file_docs_rules_VM016_md[] = {
#embed "../../docs/rules/VM016.md" suffix(, )
0};

static const unsigned char file_docs_rules_VM017_md[] = {
#embed "../../docs/rules/VM017.md" suffix(, )
0};

static const unsigned char file_docs_rules_VM018_md[] = {
#embed "../../docs/rules/VM018.md" suffix(, )
0};

static const unsigned char file_docs_rules_VM019_md[] = {
#embed "../../docs/rules/VM019.md" suffix(, )
0};

static const unsigned char file_templates_README_md[] = {
#embed "../../templates/README.md" suffix(, )
0};

static const unsigned char file_templates_addons_10_cloud_controller_manager_yaml[] = {
#embed "../../templates/addons/10-cloud-controller-manager.yaml" suffix(, )
0};

static const unsigned char file_templates_addons_11_cloud_node_manager_yaml[] = {
#embed "../../templates/addons/11-cloud-node-manager.yaml" suffix(, )
0};

static const unsigned char file_templates_addons_20_azuredisk_csi_driver_yaml[] = {
#embed "../../templates/addons/20-azuredisk-csi-driver.yaml" suffix(, )
0};

static const unsigned char file_templates_addons_30_metrics_server_yaml[] = {
#embed "../../templates/addons/30-metrics-server.yaml" suffix(, )
0};

static const unsigned char file_templates_bin_await_bring_up[] = {
#embed "../../templates/bin/await-bring-up" suffix(, )
0};

static const unsigned char file_templates_bin_bootstrap[] = {
#embed "../../templates/bin/bootstrap" suffix(, )
0};

static const unsigned char file_templates_bin_run_step[] = {
#embed "../../templates/bin/run-step" suffix(, )
0};

static const unsigned char file_templates_bin_slipway_node[] = {
#embed "../../templates/bin/slipway-node" suffix(, )
0};

static const unsigned char file_templates_bin_upgrade_master[] = {
#embed "../../templates/bin/upgrade-master" suffix(, )
0};

static const unsigned char file_templates_conf_audit_policy_yaml[] = {
#embed "../../templates/conf/audit-policy.yaml" suffix(, )
0};

static const unsigned char file_templates_conf_cloud_init_azure_cfg[] = {
#embed "../../templates/conf/cloud-init-azure.cfg" suffix(, )
0};

static const unsigned char file_templates_conf_codes[] = {
#embed "../../templates/conf/codes" suffix(, )
0};

static const unsigned char file_templates_conf_containerd_toml[] = {
#embed "../../templates/conf/containerd.toml" suffix(, )
0};

static const unsigned char file_templates_conf_crictl_yaml[] = {
#embed "../../templates/conf/crictl.yaml" suffix(, )
0};

static const unsigned char file_templates_conf_modules_conf[] = {
#embed "../../templates/conf/modules.conf" suffix(, )
0};

static const unsigned char file_templates_conf_sysctl_conf[] = {
#embed "../../templates/conf/sysctl.conf" suffix(, )
0};

static const unsigned char file_templates_lib_addons_gone_py[] = {
#embed "../../templates/lib/addons_gone.py" suffix(, )
0};

static const unsigned char file_templates_lib_complete_settings_py[] = {
#embed "../../templates/lib/complete_settings.py" suffix(, )
0};

static const unsigned char file_templates_lib_download_sh[] = {
#embed "../../templates/lib/download.sh" suffix(, )
0};

static const unsigned char file_templates_lib_files_sh[] = {
#embed "../../templates/lib/files.sh" suffix(, )
0};

static const unsigned char file_templates_lib_kubeadm_documents_py[] = {
#embed "../../templates/lib/kubeadm_documents.py" suffix(, )
0};

static const unsigned char file_templates_lib_kubernetes_sh[] = {
#embed "../../templates/lib/kubernetes.sh" suffix(, )
0};

static const unsigned char file_templates_lib_log_sh[] = {
#embed "../../templates/lib/log.sh" suffix(, )
0};

static const unsigned char file_templates_lib_metadata_sh[] = {
#embed "../../templates/lib/metadata.sh" suffix(, )
0};

static const unsigned char file_templates_lib_place_secrets_py[] = {
#embed "../../templates/lib/place_secrets.py" suffix(, )
0};

static const unsigned char file_templates_lib_settings_sh[] = {
#embed "../../templates/lib/settings.sh" suffix(, )
0};

static const unsigned char file_templates_lib_units_sh[] = {
#embed "../../templates/lib/units.sh" suffix(, )
0};

static const unsigned char file_templates_static_files_tsv[] = {
#embed "../../templates/static-files.tsv" suffix(, )
0};

static const unsigned char file_templates_steps_10_clock_sh[] = {
#embed "../../templates/steps/10-clock.sh" suffix(, )
0};

static const unsigned char file_templates_steps_15_host_sh[] = {
#embed "../../templates/steps/15-host.sh" suffix(, )
0};

static const unsigned char file_templates_steps_20_network_sh[] = {
#embed "../../templates/steps/20-network.sh" suffix(, )
0};

static const unsigned char file_templates_steps_25_bundle_sh[] = {
#embed "../../templates/steps/25-bundle.sh" suffix(, )
0};

static const unsigned char file_templates_steps_30_fetch_sh[] = {
#embed "../../templates/steps/30-fetch.sh" suffix(, )
0};

static const unsigned char file_templates_steps_35_programs_sh[] = {
#embed "../../templates/steps/35-programs.sh" suffix(, )
0};

static const unsigned char file_templates_steps_40_containerd_sh[] = {
#embed "../../templates/steps/40-containerd.sh" suffix(, )
0};

static const unsigned char file_templates_steps_50_plugin_sh[] = {
#embed "../../templates/steps/50-plugin.sh" suffix(, )
0};

static const unsigned char file_templates_steps_60_secrets_sh[] = {
#embed "../../templates/steps/60-secrets.sh" suffix(, )
0};

static const unsigned char file_templates_steps_65_settings_sh[] = {
#embed "../../templates/steps/65-settings.sh" suffix(, )
0};

static const unsigned char file_templates_steps_85_conflist_sh[] = {
#embed "../../templates/steps/85-conflist.sh" suffix(, )
0};

static const unsigned char file_templates_steps_90_ready_sh[] = {
#embed "../../templates/steps/90-ready.sh" suffix(, )
0};

static const unsigned char file_templates_steps_95_node_check_sh[] = {
#embed "../../templates/steps/95-node-check.sh" suffix(, )
0};

static const unsigned char file_templates_steps_master_55_etcd_disk_sh[] = {
#embed "../../templates/steps/master/55-etcd-disk.sh" suffix(, )
0};

static const unsigned char file_templates_steps_master_70_images_sh[] = {
#embed "../../templates/steps/master/70-images.sh" suffix(, )
0};

static const unsigned char file_templates_steps_master_75_control_plane_sh[] = {
#embed "../../templates/steps/master/75-control-plane.sh" suffix(, )
0};

static const unsigned char file_templates_steps_master_80_addons_sh[] = {
#embed "../../templates/steps/master/80-addons.sh" suffix(, )
0};

static const unsigned char file_templates_steps_node_75_join_sh[] = {
#embed "../../templates/steps/node/75-join.sh" suffix(, )
0};

static const unsigned char file_templates_units_containerd_service[] = {
#embed "../../templates/units/containerd.service" suffix(, )
0};

static const unsigned char file_templates_units_kubelet_etcd_disk_conf[] = {
#embed "../../templates/units/kubelet-etcd-disk.conf" suffix(, )
0};

static const unsigned char file_templates_units_kubelet_service[] = {
#embed "../../templates/units/kubelet.service" suffix(, )
0};

static const unsigned char file_templates_units_slipway_bootstrap_service[] = {
#embed "../../templates/units/slipway-bootstrap.service" suffix(, )
0};

static const unsigned char file_templates_units_slipway_network_service[] = {
#embed "../../templates/units/slipway-network.service" suffix(, )
0};

static const unsigned char file_templates_units_slipway_snat_service[] = {
#embed "../../templates/units/slipway-snat.service" suffix(, )
0};

static const unsigned char file_templates_units_slipway_vnet_refresh_service[] = {
#embed "../../templates/units/slipway-vnet-refresh.service" suffix(, )
0};

static const unsigned char file_templates_units_slipway_vnet_refresh_timer[] = {
#embed "../../templates/units/slipway-vnet-refresh.timer" suffix(, )
0};

static const unsigned char file_templates_units_var_lib_etcddisk_mount[] = {
#embed "../../templates/units/var-lib-etcddisk.mount" suffix(, )
0};

static const struct embedded_file files[] = {
    {"Sources/CEmbeddedFiles/packed/master.tar.gz", file_Sources_CEmbeddedFiles_packed_master_tar_gz, sizeof file_Sources_CEmbeddedFiles_packed_master_tar_gz - 1},
    {"Sources/CEmbeddedFiles/packed/node.tar.gz", file_Sources_CEmbeddedFiles_packed_node_tar_gz, sizeof file_Sources_CEmbeddedFiles_packed_node_tar_gz - 1},
    {"apimodels/azure-errors.json", file_apimodels_azure_errors_json, sizeof file_apimodels_azure_errors_json - 1},
    {"apimodels/defaults.json", file_apimodels_defaults_json, sizeof file_apimodels_defaults_json - 1},
    {"apimodels/failures.json", file_apimodels_failures_json, sizeof file_apimodels_failures_json - 1},
    {"apimodels/key-descriptions.tsv", file_apimodels_key_descriptions_tsv, sizeof file_apimodels_key_descriptions_tsv - 1},
    {"apimodels/kubernetes-downloads.tsv", file_apimodels_kubernetes_downloads_tsv, sizeof file_apimodels_kubernetes_downloads_tsv - 1},
    {"apimodels/kubernetes-features.tsv", file_apimodels_kubernetes_features_tsv, sizeof file_apimodels_kubernetes_features_tsv - 1},
    {"apimodels/kubernetes-flags.tsv", file_apimodels_kubernetes_flags_tsv, sizeof file_apimodels_kubernetes_flags_tsv - 1},
    {"apimodels/kubernetes-images.tsv", file_apimodels_kubernetes_images_tsv, sizeof file_apimodels_kubernetes_images_tsv - 1},
    {"apimodels/regions.tsv", file_apimodels_regions_tsv, sizeof file_apimodels_regions_tsv - 1},
    {"apimodels/vm-sizes.tsv", file_apimodels_vm_sizes_tsv, sizeof file_apimodels_vm_sizes_tsv - 1},
    {"docs/rules/AZ001.md", file_docs_rules_AZ001_md, sizeof file_docs_rules_AZ001_md - 1},
    {"docs/rules/AZ002.md", file_docs_rules_AZ002_md, sizeof file_docs_rules_AZ002_md - 1},
    {"docs/rules/AZ003.md", file_docs_rules_AZ003_md, sizeof file_docs_rules_AZ003_md - 1},
    {"docs/rules/AZ004.md", file_docs_rules_AZ004_md, sizeof file_docs_rules_AZ004_md - 1},
    {"docs/rules/AZ005.md", file_docs_rules_AZ005_md, sizeof file_docs_rules_AZ005_md - 1},
    {"docs/rules/AZ006.md", file_docs_rules_AZ006_md, sizeof file_docs_rules_AZ006_md - 1},
    {"docs/rules/AZ007.md", file_docs_rules_AZ007_md, sizeof file_docs_rules_AZ007_md - 1},
    {"docs/rules/AZ008.md", file_docs_rules_AZ008_md, sizeof file_docs_rules_AZ008_md - 1},
    {"docs/rules/AZ009.md", file_docs_rules_AZ009_md, sizeof file_docs_rules_AZ009_md - 1},
    {"docs/rules/AZ010.md", file_docs_rules_AZ010_md, sizeof file_docs_rules_AZ010_md - 1},
    {"docs/rules/AZ011.md", file_docs_rules_AZ011_md, sizeof file_docs_rules_AZ011_md - 1},
    {"docs/rules/ID001.md", file_docs_rules_ID001_md, sizeof file_docs_rules_ID001_md - 1},
    {"docs/rules/ID002.md", file_docs_rules_ID002_md, sizeof file_docs_rules_ID002_md - 1},
    {"docs/rules/ID003.md", file_docs_rules_ID003_md, sizeof file_docs_rules_ID003_md - 1},
    {"docs/rules/ID004.md", file_docs_rules_ID004_md, sizeof file_docs_rules_ID004_md - 1},
    {"docs/rules/ID005.md", file_docs_rules_ID005_md, sizeof file_docs_rules_ID005_md - 1},
    {"docs/rules/ID006.md", file_docs_rules_ID006_md, sizeof file_docs_rules_ID006_md - 1},
    {"docs/rules/ID007.md", file_docs_rules_ID007_md, sizeof file_docs_rules_ID007_md - 1},
    {"docs/rules/ID008.md", file_docs_rules_ID008_md, sizeof file_docs_rules_ID008_md - 1},
    {"docs/rules/ID009.md", file_docs_rules_ID009_md, sizeof file_docs_rules_ID009_md - 1},
    {"docs/rules/ID010.md", file_docs_rules_ID010_md, sizeof file_docs_rules_ID010_md - 1},
    {"docs/rules/ID011.md", file_docs_rules_ID011_md, sizeof file_docs_rules_ID011_md - 1},
    {"docs/rules/ID012.md", file_docs_rules_ID012_md, sizeof file_docs_rules_ID012_md - 1},
    {"docs/rules/IP001.md", file_docs_rules_IP001_md, sizeof file_docs_rules_IP001_md - 1},
    {"docs/rules/IP002.md", file_docs_rules_IP002_md, sizeof file_docs_rules_IP002_md - 1},
    {"docs/rules/IP003.md", file_docs_rules_IP003_md, sizeof file_docs_rules_IP003_md - 1},
    {"docs/rules/IP004.md", file_docs_rules_IP004_md, sizeof file_docs_rules_IP004_md - 1},
    {"docs/rules/IP005.md", file_docs_rules_IP005_md, sizeof file_docs_rules_IP005_md - 1},
    {"docs/rules/IP006.md", file_docs_rules_IP006_md, sizeof file_docs_rules_IP006_md - 1},
    {"docs/rules/IP007.md", file_docs_rules_IP007_md, sizeof file_docs_rules_IP007_md - 1},
    {"docs/rules/IP008.md", file_docs_rules_IP008_md, sizeof file_docs_rules_IP008_md - 1},
    {"docs/rules/IP009.md", file_docs_rules_IP009_md, sizeof file_docs_rules_IP009_md - 1},
    {"docs/rules/IP010.md", file_docs_rules_IP010_md, sizeof file_docs_rules_IP010_md - 1},
    {"docs/rules/IP011.md", file_docs_rules_IP011_md, sizeof file_docs_rules_IP011_md - 1},
    {"docs/rules/IP012.md", file_docs_rules_IP012_md, sizeof file_docs_rules_IP012_md - 1},
    {"docs/rules/IP013.md", file_docs_rules_IP013_md, sizeof file_docs_rules_IP013_md - 1},
    {"docs/rules/IP014.md", file_docs_rules_IP014_md, sizeof file_docs_rules_IP014_md - 1},
    {"docs/rules/IP015.md", file_docs_rules_IP015_md, sizeof file_docs_rules_IP015_md - 1},
    {"docs/rules/IP016.md", file_docs_rules_IP016_md, sizeof file_docs_rules_IP016_md - 1},
    {"docs/rules/KU001.md", file_docs_rules_KU001_md, sizeof file_docs_rules_KU001_md - 1},
    {"docs/rules/KU002.md", file_docs_rules_KU002_md, sizeof file_docs_rules_KU002_md - 1},
    {"docs/rules/KU003.md", file_docs_rules_KU003_md, sizeof file_docs_rules_KU003_md - 1},
    {"docs/rules/KU004.md", file_docs_rules_KU004_md, sizeof file_docs_rules_KU004_md - 1},
    {"docs/rules/KU005.md", file_docs_rules_KU005_md, sizeof file_docs_rules_KU005_md - 1},
    {"docs/rules/KU006.md", file_docs_rules_KU006_md, sizeof file_docs_rules_KU006_md - 1},
    {"docs/rules/KU007.md", file_docs_rules_KU007_md, sizeof file_docs_rules_KU007_md - 1},
    {"docs/rules/KU008.md", file_docs_rules_KU008_md, sizeof file_docs_rules_KU008_md - 1},
    {"docs/rules/KU009.md", file_docs_rules_KU009_md, sizeof file_docs_rules_KU009_md - 1},
    {"docs/rules/KU010.md", file_docs_rules_KU010_md, sizeof file_docs_rules_KU010_md - 1},
    {"docs/rules/KU011.md", file_docs_rules_KU011_md, sizeof file_docs_rules_KU011_md - 1},
    {"docs/rules/KU012.md", file_docs_rules_KU012_md, sizeof file_docs_rules_KU012_md - 1},
    {"docs/rules/KU013.md", file_docs_rules_KU013_md, sizeof file_docs_rules_KU013_md - 1},
    {"docs/rules/KU014.md", file_docs_rules_KU014_md, sizeof file_docs_rules_KU014_md - 1},
    {"docs/rules/KU015.md", file_docs_rules_KU015_md, sizeof file_docs_rules_KU015_md - 1},
    {"docs/rules/KU016.md", file_docs_rules_KU016_md, sizeof file_docs_rules_KU016_md - 1},
    {"docs/rules/KU017.md", file_docs_rules_KU017_md, sizeof file_docs_rules_KU017_md - 1},
    {"docs/rules/KU018.md", file_docs_rules_KU018_md, sizeof file_docs_rules_KU018_md - 1},
    {"docs/rules/KU019.md", file_docs_rules_KU019_md, sizeof file_docs_rules_KU019_md - 1},
    {"docs/rules/KU020.md", file_docs_rules_KU020_md, sizeof file_docs_rules_KU020_md - 1},
    {"docs/rules/KU021.md", file_docs_rules_KU021_md, sizeof file_docs_rules_KU021_md - 1},
    {"docs/rules/LM001.md", file_docs_rules_LM001_md, sizeof file_docs_rules_LM001_md - 1},
    {"docs/rules/LM002.md", file_docs_rules_LM002_md, sizeof file_docs_rules_LM002_md - 1},
    {"docs/rules/LM003.md", file_docs_rules_LM003_md, sizeof file_docs_rules_LM003_md - 1},
    {"docs/rules/LM004.md", file_docs_rules_LM004_md, sizeof file_docs_rules_LM004_md - 1},
    {"docs/rules/LM005.md", file_docs_rules_LM005_md, sizeof file_docs_rules_LM005_md - 1},
    {"docs/rules/LM006.md", file_docs_rules_LM006_md, sizeof file_docs_rules_LM006_md - 1},
    {"docs/rules/LM007.md", file_docs_rules_LM007_md, sizeof file_docs_rules_LM007_md - 1},
    {"docs/rules/MD001.md", file_docs_rules_MD001_md, sizeof file_docs_rules_MD001_md - 1},
    {"docs/rules/MD002.md", file_docs_rules_MD002_md, sizeof file_docs_rules_MD002_md - 1},
    {"docs/rules/MD003.md", file_docs_rules_MD003_md, sizeof file_docs_rules_MD003_md - 1},
    {"docs/rules/MD004.md", file_docs_rules_MD004_md, sizeof file_docs_rules_MD004_md - 1},
    {"docs/rules/MD005.md", file_docs_rules_MD005_md, sizeof file_docs_rules_MD005_md - 1},
    {"docs/rules/NW001.md", file_docs_rules_NW001_md, sizeof file_docs_rules_NW001_md - 1},
    {"docs/rules/NW002.md", file_docs_rules_NW002_md, sizeof file_docs_rules_NW002_md - 1},
    {"docs/rules/NW003.md", file_docs_rules_NW003_md, sizeof file_docs_rules_NW003_md - 1},
    {"docs/rules/NW004.md", file_docs_rules_NW004_md, sizeof file_docs_rules_NW004_md - 1},
    {"docs/rules/NW005.md", file_docs_rules_NW005_md, sizeof file_docs_rules_NW005_md - 1},
    {"docs/rules/NW006.md", file_docs_rules_NW006_md, sizeof file_docs_rules_NW006_md - 1},
    {"docs/rules/NW007.md", file_docs_rules_NW007_md, sizeof file_docs_rules_NW007_md - 1},
    {"docs/rules/NW008.md", file_docs_rules_NW008_md, sizeof file_docs_rules_NW008_md - 1},
    {"docs/rules/NW009.md", file_docs_rules_NW009_md, sizeof file_docs_rules_NW009_md - 1},
    {"docs/rules/NW010.md", file_docs_rules_NW010_md, sizeof file_docs_rules_NW010_md - 1},
    {"docs/rules/NW011.md", file_docs_rules_NW011_md, sizeof file_docs_rules_NW011_md - 1},
    {"docs/rules/NW012.md", file_docs_rules_NW012_md, sizeof file_docs_rules_NW012_md - 1},
    {"docs/rules/NW013.md", file_docs_rules_NW013_md, sizeof file_docs_rules_NW013_md - 1},
    {"docs/rules/NW014.md", file_docs_rules_NW014_md, sizeof file_docs_rules_NW014_md - 1},
    {"docs/rules/NW015.md", file_docs_rules_NW015_md, sizeof file_docs_rules_NW015_md - 1},
    {"docs/rules/NW016.md", file_docs_rules_NW016_md, sizeof file_docs_rules_NW016_md - 1},
    {"docs/rules/NW017.md", file_docs_rules_NW017_md, sizeof file_docs_rules_NW017_md - 1},
    {"docs/rules/NW018.md", file_docs_rules_NW018_md, sizeof file_docs_rules_NW018_md - 1},
    {"docs/rules/NW019.md", file_docs_rules_NW019_md, sizeof file_docs_rules_NW019_md - 1},
    {"docs/rules/NW020.md", file_docs_rules_NW020_md, sizeof file_docs_rules_NW020_md - 1},
    {"docs/rules/NW021.md", file_docs_rules_NW021_md, sizeof file_docs_rules_NW021_md - 1},
    {"docs/rules/NW022.md", file_docs_rules_NW022_md, sizeof file_docs_rules_NW022_md - 1},
    {"docs/rules/NW023.md", file_docs_rules_NW023_md, sizeof file_docs_rules_NW023_md - 1},
    {"docs/rules/NW024.md", file_docs_rules_NW024_md, sizeof file_docs_rules_NW024_md - 1},
    {"docs/rules/NW025.md", file_docs_rules_NW025_md, sizeof file_docs_rules_NW025_md - 1},
    {"docs/rules/NW026.md", file_docs_rules_NW026_md, sizeof file_docs_rules_NW026_md - 1},
    {"docs/rules/NW027.md", file_docs_rules_NW027_md, sizeof file_docs_rules_NW027_md - 1},
    {"docs/rules/NW028.md", file_docs_rules_NW028_md, sizeof file_docs_rules_NW028_md - 1},
    {"docs/rules/NW029.md", file_docs_rules_NW029_md, sizeof file_docs_rules_NW029_md - 1},
    {"docs/rules/NW030.md", file_docs_rules_NW030_md, sizeof file_docs_rules_NW030_md - 1},
    {"docs/rules/NW031.md", file_docs_rules_NW031_md, sizeof file_docs_rules_NW031_md - 1},
    {"docs/rules/NW032.md", file_docs_rules_NW032_md, sizeof file_docs_rules_NW032_md - 1},
    {"docs/rules/NW033.md", file_docs_rules_NW033_md, sizeof file_docs_rules_NW033_md - 1},
    {"docs/rules/NW034.md", file_docs_rules_NW034_md, sizeof file_docs_rules_NW034_md - 1},
    {"docs/rules/NW035.md", file_docs_rules_NW035_md, sizeof file_docs_rules_NW035_md - 1},
    {"docs/rules/NW036.md", file_docs_rules_NW036_md, sizeof file_docs_rules_NW036_md - 1},
    {"docs/rules/NW037.md", file_docs_rules_NW037_md, sizeof file_docs_rules_NW037_md - 1},
    {"docs/rules/NW038.md", file_docs_rules_NW038_md, sizeof file_docs_rules_NW038_md - 1},
    {"docs/rules/NW039.md", file_docs_rules_NW039_md, sizeof file_docs_rules_NW039_md - 1},
    {"docs/rules/NW040.md", file_docs_rules_NW040_md, sizeof file_docs_rules_NW040_md - 1},
    {"docs/rules/NW041.md", file_docs_rules_NW041_md, sizeof file_docs_rules_NW041_md - 1},
    {"docs/rules/NW042.md", file_docs_rules_NW042_md, sizeof file_docs_rules_NW042_md - 1},
    {"docs/rules/NW043.md", file_docs_rules_NW043_md, sizeof file_docs_rules_NW043_md - 1},
    {"docs/rules/NW044.md", file_docs_rules_NW044_md, sizeof file_docs_rules_NW044_md - 1},
    {"docs/rules/NW045.md", file_docs_rules_NW045_md, sizeof file_docs_rules_NW045_md - 1},
    {"docs/rules/NW046.md", file_docs_rules_NW046_md, sizeof file_docs_rules_NW046_md - 1},
    {"docs/rules/NW047.md", file_docs_rules_NW047_md, sizeof file_docs_rules_NW047_md - 1},
    {"docs/rules/NW048.md", file_docs_rules_NW048_md, sizeof file_docs_rules_NW048_md - 1},
    {"docs/rules/NW049.md", file_docs_rules_NW049_md, sizeof file_docs_rules_NW049_md - 1},
    {"docs/rules/NW050.md", file_docs_rules_NW050_md, sizeof file_docs_rules_NW050_md - 1},
    {"docs/rules/NW051.md", file_docs_rules_NW051_md, sizeof file_docs_rules_NW051_md - 1},
    {"docs/rules/NW052.md", file_docs_rules_NW052_md, sizeof file_docs_rules_NW052_md - 1},
    {"docs/rules/NW053.md", file_docs_rules_NW053_md, sizeof file_docs_rules_NW053_md - 1},
    {"docs/rules/NW054.md", file_docs_rules_NW054_md, sizeof file_docs_rules_NW054_md - 1},
    {"docs/rules/NW055.md", file_docs_rules_NW055_md, sizeof file_docs_rules_NW055_md - 1},
    {"docs/rules/NW056.md", file_docs_rules_NW056_md, sizeof file_docs_rules_NW056_md - 1},
    {"docs/rules/NW057.md", file_docs_rules_NW057_md, sizeof file_docs_rules_NW057_md - 1},
    {"docs/rules/NW058.md", file_docs_rules_NW058_md, sizeof file_docs_rules_NW058_md - 1},
    {"docs/rules/NW059.md", file_docs_rules_NW059_md, sizeof file_docs_rules_NW059_md - 1},
    {"docs/rules/NW060.md", file_docs_rules_NW060_md, sizeof file_docs_rules_NW060_md - 1},
    {"docs/rules/NW061.md", file_docs_rules_NW061_md, sizeof file_docs_rules_NW061_md - 1},
    {"docs/rules/NW062.md", file_docs_rules_NW062_md, sizeof file_docs_rules_NW062_md - 1},
    {"docs/rules/PK001.md", file_docs_rules_PK001_md, sizeof file_docs_rules_PK001_md - 1},
    {"docs/rules/PK002.md", file_docs_rules_PK002_md, sizeof file_docs_rules_PK002_md - 1},
    {"docs/rules/PK007.md", file_docs_rules_PK007_md, sizeof file_docs_rules_PK007_md - 1},
    {"docs/rules/PK008.md", file_docs_rules_PK008_md, sizeof file_docs_rules_PK008_md - 1},
    {"docs/rules/PV001.md", file_docs_rules_PV001_md, sizeof file_docs_rules_PV001_md - 1},
    {"docs/rules/PV002.md", file_docs_rules_PV002_md, sizeof file_docs_rules_PV002_md - 1},
    {"docs/rules/PV003.md", file_docs_rules_PV003_md, sizeof file_docs_rules_PV003_md - 1},
    {"docs/rules/RD001.md", file_docs_rules_RD001_md, sizeof file_docs_rules_RD001_md - 1},
    {"docs/rules/RD002.md", file_docs_rules_RD002_md, sizeof file_docs_rules_RD002_md - 1},
    {"docs/rules/RD003.md", file_docs_rules_RD003_md, sizeof file_docs_rules_RD003_md - 1},
    {"docs/rules/RD004.md", file_docs_rules_RD004_md, sizeof file_docs_rules_RD004_md - 1},
    {"docs/rules/RD005.md", file_docs_rules_RD005_md, sizeof file_docs_rules_RD005_md - 1},
    {"docs/rules/RD006.md", file_docs_rules_RD006_md, sizeof file_docs_rules_RD006_md - 1},
    {"docs/rules/RD007.md", file_docs_rules_RD007_md, sizeof file_docs_rules_RD007_md - 1},
    {"docs/rules/RD008.md", file_docs_rules_RD008_md, sizeof file_docs_rules_RD008_md - 1},
    {"docs/rules/RD009.md", file_docs_rules_RD009_md, sizeof file_docs_rules_RD009_md - 1},
    {"docs/rules/ST001.md", file_docs_rules_ST001_md, sizeof file_docs_rules_ST001_md - 1},
    {"docs/rules/ST002.md", file_docs_rules_ST002_md, sizeof file_docs_rules_ST002_md - 1},
    {"docs/rules/ST003.md", file_docs_rules_ST003_md, sizeof file_docs_rules_ST003_md - 1},
    {"docs/rules/ST004.md", file_docs_rules_ST004_md, sizeof file_docs_rules_ST004_md - 1},
    {"docs/rules/ST005.md", file_docs_rules_ST005_md, sizeof file_docs_rules_ST005_md - 1},
    {"docs/rules/ST006.md", file_docs_rules_ST006_md, sizeof file_docs_rules_ST006_md - 1},
    {"docs/rules/UP001.md", file_docs_rules_UP001_md, sizeof file_docs_rules_UP001_md - 1},
    {"docs/rules/UP002.md", file_docs_rules_UP002_md, sizeof file_docs_rules_UP002_md - 1},
    {"docs/rules/UP003.md", file_docs_rules_UP003_md, sizeof file_docs_rules_UP003_md - 1},
    {"docs/rules/UP004.md", file_docs_rules_UP004_md, sizeof file_docs_rules_UP004_md - 1},
    {"docs/rules/UP005.md", file_docs_rules_UP005_md, sizeof file_docs_rules_UP005_md - 1},
    {"docs/rules/UP006.md", file_docs_rules_UP006_md, sizeof file_docs_rules_UP006_md - 1},
    {"docs/rules/UP007.md", file_docs_rules_UP007_md, sizeof file_docs_rules_UP007_md - 1},
    {"docs/rules/UP008.md", file_docs_rules_UP008_md, sizeof file_docs_rules_UP008_md - 1},
    {"docs/rules/UP009.md", file_docs_rules_UP009_md, sizeof file_docs_rules_UP009_md - 1},
    {"docs/rules/UP010.md", file_docs_rules_UP010_md, sizeof file_docs_rules_UP010_md - 1},
    {"docs/rules/UP011.md", file_docs_rules_UP011_md, sizeof file_docs_rules_UP011_md - 1},
    {"docs/rules/UP012.md", file_docs_rules_UP012_md, sizeof file_docs_rules_UP012_md - 1},
    {"docs/rules/UP013.md", file_docs_rules_UP013_md, sizeof file_docs_rules_UP013_md - 1},
    {"docs/rules/UP014.md", file_docs_rules_UP014_md, sizeof file_docs_rules_UP014_md - 1},
    {"docs/rules/UP015.md", file_docs_rules_UP015_md, sizeof file_docs_rules_UP015_md - 1},
    {"docs/rules/UP016.md", file_docs_rules_UP016_md, sizeof file_docs_rules_UP016_md - 1},
    {"docs/rules/UP017.md", file_docs_rules_UP017_md, sizeof file_docs_rules_UP017_md - 1},
    {"docs/rules/UP018.md", file_docs_rules_UP018_md, sizeof file_docs_rules_UP018_md - 1},
    {"docs/rules/UP019.md", file_docs_rules_UP019_md, sizeof file_docs_rules_UP019_md - 1},
    {"docs/rules/UP020.md", file_docs_rules_UP020_md, sizeof file_docs_rules_UP020_md - 1},
    {"docs/rules/UP021.md", file_docs_rules_UP021_md, sizeof file_docs_rules_UP021_md - 1},
    {"docs/rules/UP022.md", file_docs_rules_UP022_md, sizeof file_docs_rules_UP022_md - 1},
    {"docs/rules/UP023.md", file_docs_rules_UP023_md, sizeof file_docs_rules_UP023_md - 1},
    {"docs/rules/UP024.md", file_docs_rules_UP024_md, sizeof file_docs_rules_UP024_md - 1},
    {"docs/rules/UP025.md", file_docs_rules_UP025_md, sizeof file_docs_rules_UP025_md - 1},
    {"docs/rules/UP026.md", file_docs_rules_UP026_md, sizeof file_docs_rules_UP026_md - 1},
    {"docs/rules/UP027.md", file_docs_rules_UP027_md, sizeof file_docs_rules_UP027_md - 1},
    {"docs/rules/UP028.md", file_docs_rules_UP028_md, sizeof file_docs_rules_UP028_md - 1},
    {"docs/rules/UP029.md", file_docs_rules_UP029_md, sizeof file_docs_rules_UP029_md - 1},
    {"docs/rules/UP030.md", file_docs_rules_UP030_md, sizeof file_docs_rules_UP030_md - 1},
    {"docs/rules/UP031.md", file_docs_rules_UP031_md, sizeof file_docs_rules_UP031_md - 1},
    {"docs/rules/UP032.md", file_docs_rules_UP032_md, sizeof file_docs_rules_UP032_md - 1},
    {"docs/rules/VM001.md", file_docs_rules_VM001_md, sizeof file_docs_rules_VM001_md - 1},
    {"docs/rules/VM002.md", file_docs_rules_VM002_md, sizeof file_docs_rules_VM002_md - 1},
    {"docs/rules/VM003.md", file_docs_rules_VM003_md, sizeof file_docs_rules_VM003_md - 1},
    {"docs/rules/VM004.md", file_docs_rules_VM004_md, sizeof file_docs_rules_VM004_md - 1},
    {"docs/rules/VM005.md", file_docs_rules_VM005_md, sizeof file_docs_rules_VM005_md - 1},
    {"docs/rules/VM006.md", file_docs_rules_VM006_md, sizeof file_docs_rules_VM006_md - 1},
    {"docs/rules/VM007.md", file_docs_rules_VM007_md, sizeof file_docs_rules_VM007_md - 1},
    {"docs/rules/VM008.md", file_docs_rules_VM008_md, sizeof file_docs_rules_VM008_md - 1},
    {"docs/rules/VM009.md", file_docs_rules_VM009_md, sizeof file_docs_rules_VM009_md - 1},
    {"docs/rules/VM010.md", file_docs_rules_VM010_md, sizeof file_docs_rules_VM010_md - 1},
    {"docs/rules/VM011.md", file_docs_rules_VM011_md, sizeof file_docs_rules_VM011_md - 1},
    {"docs/rules/VM012.md", file_docs_rules_VM012_md, sizeof file_docs_rules_VM012_md - 1},
    {"docs/rules/VM013.md", file_docs_rules_VM013_md, sizeof file_docs_rules_VM013_md - 1},
    {"docs/rules/VM014.md", file_docs_rules_VM014_md, sizeof file_docs_rules_VM014_md - 1},
    {"docs/rules/VM015.md", file_docs_rules_VM015_md, sizeof file_docs_rules_VM015_md - 1},
    {"docs/rules/VM016.md", file_docs_rules_VM016_md, sizeof file_docs_rules_VM016_md - 1},
    {"docs/rules/VM017.md", file_docs_rules_VM017_md, sizeof file_docs_rules_VM017_md - 1},
    {"docs/rules/VM018.md", file_docs_rules_VM018_md, sizeof file_docs_rules_VM018_md - 1},
    {"docs/rules/VM019.md", file_docs_rules_VM019_md, sizeof file_docs_rules_VM019_md - 1},
    {"templates/README.md", file_templates_README_md, sizeof file_templates_README_md - 1},
    {"templates/addons/10-cloud-controller-manager.yaml", file_templates_addons_10_cloud_controller_manager_yaml, sizeof file_templates_addons_10_cloud_controller_manager_yaml - 1},
    {"templates/addons/11-cloud-node-manager.yaml", file_templates_addons_11_cloud_node_manager_yaml, sizeof file_templates_addons_11_cloud_node_manager_yaml - 1},
    {"templates/addons/20-azuredisk-csi-driver.yaml", file_templates_addons_20_azuredisk_csi_driver_yaml, sizeof file_templates_addons_20_azuredisk_csi_driver_yaml - 1},
    {"templates/addons/30-metrics-server.yaml", file_templates_addons_30_metrics_server_yaml, sizeof file_templates_addons_30_metrics_server_yaml - 1},
    {"templates/bin/await-bring-up", file_templates_bin_await_bring_up, sizeof file_templates_bin_await_bring_up - 1},
    {"templates/bin/bootstrap", file_templates_bin_bootstrap, sizeof file_templates_bin_bootstrap - 1},
    {"templates/bin/run-step", file_templates_bin_run_step, sizeof file_templates_bin_run_step - 1},
    {"templates/bin/slipway-node", file_templates_bin_slipway_node, sizeof file_templates_bin_slipway_node - 1},
    {"templates/bin/upgrade-master", file_templates_bin_upgrade_master, sizeof file_templates_bin_upgrade_master - 1},
    {"templates/conf/audit-policy.yaml", file_templates_conf_audit_policy_yaml, sizeof file_templates_conf_audit_policy_yaml - 1},
    {"templates/conf/cloud-init-azure.cfg", file_templates_conf_cloud_init_azure_cfg, sizeof file_templates_conf_cloud_init_azure_cfg - 1},
    {"templates/conf/codes", file_templates_conf_codes, sizeof file_templates_conf_codes - 1},
    {"templates/conf/containerd.toml", file_templates_conf_containerd_toml, sizeof file_templates_conf_containerd_toml - 1},
    {"templates/conf/crictl.yaml", file_templates_conf_crictl_yaml, sizeof file_templates_conf_crictl_yaml - 1},
    {"templates/conf/modules.conf", file_templates_conf_modules_conf, sizeof file_templates_conf_modules_conf - 1},
    {"templates/conf/sysctl.conf", file_templates_conf_sysctl_conf, sizeof file_templates_conf_sysctl_conf - 1},
    {"templates/lib/addons_gone.py", file_templates_lib_addons_gone_py, sizeof file_templates_lib_addons_gone_py - 1},
    {"templates/lib/complete_settings.py", file_templates_lib_complete_settings_py, sizeof file_templates_lib_complete_settings_py - 1},
    {"templates/lib/download.sh", file_templates_lib_download_sh, sizeof file_templates_lib_download_sh - 1},
    {"templates/lib/files.sh", file_templates_lib_files_sh, sizeof file_templates_lib_files_sh - 1},
    {"templates/lib/kubeadm_documents.py", file_templates_lib_kubeadm_documents_py, sizeof file_templates_lib_kubeadm_documents_py - 1},
    {"templates/lib/kubernetes.sh", file_templates_lib_kubernetes_sh, sizeof file_templates_lib_kubernetes_sh - 1},
    {"templates/lib/log.sh", file_templates_lib_log_sh, sizeof file_templates_lib_log_sh - 1},
    {"templates/lib/metadata.sh", file_templates_lib_metadata_sh, sizeof file_templates_lib_metadata_sh - 1},
    {"templates/lib/place_secrets.py", file_templates_lib_place_secrets_py, sizeof file_templates_lib_place_secrets_py - 1},
    {"templates/lib/settings.sh", file_templates_lib_settings_sh, sizeof file_templates_lib_settings_sh - 1},
    {"templates/lib/units.sh", file_templates_lib_units_sh, sizeof file_templates_lib_units_sh - 1},
    {"templates/static-files.tsv", file_templates_static_files_tsv, sizeof file_templates_static_files_tsv - 1},
    {"templates/steps/10-clock.sh", file_templates_steps_10_clock_sh, sizeof file_templates_steps_10_clock_sh - 1},
    {"templates/steps/15-host.sh", file_templates_steps_15_host_sh, sizeof file_templates_steps_15_host_sh - 1},
    {"templates/steps/20-network.sh", file_templates_steps_20_network_sh, sizeof file_templates_steps_20_network_sh - 1},
    {"templates/steps/25-bundle.sh", file_templates_steps_25_bundle_sh, sizeof file_templates_steps_25_bundle_sh - 1},
    {"templates/steps/30-fetch.sh", file_templates_steps_30_fetch_sh, sizeof file_templates_steps_30_fetch_sh - 1},
    {"templates/steps/35-programs.sh", file_templates_steps_35_programs_sh, sizeof file_templates_steps_35_programs_sh - 1},
    {"templates/steps/40-containerd.sh", file_templates_steps_40_containerd_sh, sizeof file_templates_steps_40_containerd_sh - 1},
    {"templates/steps/50-plugin.sh", file_templates_steps_50_plugin_sh, sizeof file_templates_steps_50_plugin_sh - 1},
    {"templates/steps/60-secrets.sh", file_templates_steps_60_secrets_sh, sizeof file_templates_steps_60_secrets_sh - 1},
    {"templates/steps/65-settings.sh", file_templates_steps_65_settings_sh, sizeof file_templates_steps_65_settings_sh - 1},
    {"templates/steps/85-conflist.sh", file_templates_steps_85_conflist_sh, sizeof file_templates_steps_85_conflist_sh - 1},
    {"templates/steps/90-ready.sh", file_templates_steps_90_ready_sh, sizeof file_templates_steps_90_ready_sh - 1},
    {"templates/steps/95-node-check.sh", file_templates_steps_95_node_check_sh, sizeof file_templates_steps_95_node_check_sh - 1},
    {"templates/steps/master/55-etcd-disk.sh", file_templates_steps_master_55_etcd_disk_sh, sizeof file_templates_steps_master_55_etcd_disk_sh - 1},
    {"templates/steps/master/70-images.sh", file_templates_steps_master_70_images_sh, sizeof file_templates_steps_master_70_images_sh - 1},
    {"templates/steps/master/75-control-plane.sh", file_templates_steps_master_75_control_plane_sh, sizeof file_templates_steps_master_75_control_plane_sh - 1},
    {"templates/steps/master/80-addons.sh", file_templates_steps_master_80_addons_sh, sizeof file_templates_steps_master_80_addons_sh - 1},
    {"templates/steps/node/75-join.sh", file_templates_steps_node_75_join_sh, sizeof file_templates_steps_node_75_join_sh - 1},
    {"templates/units/containerd.service", file_templates_units_containerd_service, sizeof file_templates_units_containerd_service - 1},
    {"templates/units/kubelet-etcd-disk.conf", file_templates_units_kubelet_etcd_disk_conf, sizeof file_templates_units_kubelet_etcd_disk_conf - 1},
    {"templates/units/kubelet.service", file_templates_units_kubelet_service, sizeof file_templates_units_kubelet_service - 1},
    {"templates/units/slipway-bootstrap.service", file_templates_units_slipway_bootstrap_service, sizeof file_templates_units_slipway_bootstrap_service - 1},
    {"templates/units/slipway-network.service", file_templates_units_slipway_network_service, sizeof file_templates_units_slipway_network_service - 1},
    {"templates/units/slipway-snat.service", file_templates_units_slipway_snat_service, sizeof file_templates_units_slipway_snat_service - 1},
    {"templates/units/slipway-vnet-refresh.service", file_templates_units_slipway_vnet_refresh_service, sizeof file_templates_units_slipway_vnet_refresh_service - 1},
    {"templates/units/slipway-vnet-refresh.timer", file_templates_units_slipway_vnet_refresh_timer, sizeof file_templates_units_slipway_vnet_refresh_timer - 1},
    {"templates/units/var-lib-etcddisk.mount", file_templates_units_var_lib_etcddisk_mount, sizeof file_templates_units_var_lib_etcddisk_mount - 1},
};

size_t embedded_file_count(void) { return sizeof files / sizeof files[0]; }

const struct embedded_file *embedded_file_at(size_t index) { return &files[index]; }

const struct embedded_file *embedded_file_named(const char *path) {
    size_t low = 0, high = sizeof files / sizeof files[0];
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = strcmp(path, files[middle].path);
        if (order == 0) return &files[middle];
        if (order < 0) high = middle;
        else low = middle + 1;
    }
    return 0;
}
