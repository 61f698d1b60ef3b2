"""Black-box tests that harm the plugin and look at what becomes of its addresses."""
