"""Deployments: from the template to resources, wave by wave."""
