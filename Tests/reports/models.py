"""Models whose reports are looked at: one with mistakes of every severity, and one for each string that must not break out."""
import copy
import json

import yaml
from tool import GOOD

# Errors, warnings and infos, with fixes safe and unsafe; a value far to the right; wide characters before a caret.
MISTAKES = GOOD \
    .replace("apiVersion: vlabs", "apiVersion: vlabs\nlocaton: nowhere") \
    .replace("useManagedIdentity: true", "useManagedIdentity: true\n      loadBalancerSku: Basic\n      clusterSubnet: 10.240.0.7/12") \
    .replace("count: 3", "count: 1") \
    .replace("    - name: agents\n      count: 2  # two are enough\n      vmSize: Standard_D4s_v5\n",
             "    - name: agents\n      count: 2  # two are enough\n      vmSize: Standard_D4s_v55\n      maxSurg: 2\n"
             "    - {name: \"漢字漢字\", count: 400, vmSize: Standard_D4s_v5, subnet: 10.240.1.0/24, customNodeLabels: "
             "{a-label-that-takes-some-room-on-the-line: and-a-value, another-one: of-the-same}, osDiskSizeGB: 999999}\n") \
    .replace("    dnsPrefix: shop\n", "    dnsPrefix: shop\n    subnet: 10.240.0.0/24\n")

NASTY = {
    "colour": "\x1b[31mred\x1b[0m",
    "title of a terminal": "\x1b]0;owned\x07x",
    "C1": "\x9b2Jx\x90q\x9c",
    "backspaces": "good\x08\x08\x08\x08evil\x7f",
    "carriage return": "good\rerror: none",
    "lines": "a\nb\r\nc\u2028d\u2029e\x0bf\x0cg\x85h",
    "direction": "\u202egnp.exe\u202c\u2066x\u2069\u200f\u061c",
    "no width": "a\u200bb\u2060c\ufeffd\u00ade",
    "tags": "x\U000e0041\U000e007f",
    "astral and combining": "\U0001f600e\u0301\u0323漢字",
    "HTML": "<script>alert(1)</script><img src=x onerror=alert(1)>&lt;",
    "end of CDATA": "]]><x/><![CDATA[",
    "comment": "--><!-- &amp; &#x41; &nope;",
    "quotes": "\"'`´\\\" 'a' \\\\",
    "a row of a table": "a|b\n|---|---|\n| c | d |",
    "Markdown": "**b** _i_ ~~s~~ # h\n- l\n> q\n```\ncode",
    "code span": "`` ` ``",
    "links": "[a](javascript:x) ![i](http://e.example/) <http://e.example> http://e.example www.e.example a@e.example",
    "mentions": "@all #1 !2 $3 %4 @team/x",
    "workflow command": "::error file=x::y\n::add-mask::z%0A%0D%25",
    "expression": "${{ github.token }} $(id) `id` ${IFS}",
    "format": "%s%n%08x {0} {{x}}",
    "emptiness": " \t ",
    "length": "x" * 5000,
}


def nasty(text):
    """A model that says `text` wherever a model can say text; JSON, so that anything can be said."""
    model = copy.deepcopy(yaml.safe_load(GOOD))
    properties = model["properties"]
    model[f"key{text}"] = 1
    model["location"] = text
    properties["masterProfile"]["dnsPrefix"] = text
    properties["masterProfile"]["vmSize"] = text
    pool = properties["agentPoolProfiles"][0]
    pool.update(name=text, vmSize=text, customNodeLabels={text: text})
    # The one name that is not checked before it is shown: that of a subnet which somebody else has made.
    part = text.replace("/", "_")
    properties["agentPoolProfiles"].append({
        "name": "second", "count": 2, "vmSize": "Standard_D4s_v5",
        "vnetSubnetID": f"/subscriptions/{part}/resourceGroups/{part}/providers/Microsoft.Network/virtualNetworks/{part}/subnets/{part}"})
    properties["networkProfile"] = {
        "vnet": {"addressSpace": ["10.240.0.0/12"]},
        "subnets": [{"name": text, "addressPrefix": "10.241.0.0/24"}],
        "peerings": [{"name": text, "addressSpace": ["10.9.0.0/16", text],
                      "behind": [{"name": text, "addressSpace": ["10.10.0.0/16"]}]}],
        "onPremises": [{"name": text, "addressSpace": ["192.168.0.0/16"]}],
        "privateEndpoints": [{"name": text, "resourceID": text, "groupID": text, "subnet": text}],
    }
    properties["linuxProfile"]["adminUsername"] = text
    return json.dumps(model, indent=1)
