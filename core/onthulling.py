"""Disclosure control: the only exit of figures about jeugdigen (privacy.md, 2).

A function of core.cijfers gives exact numbers; nothing but this module may hand them on. Here
they become a BeveiligdeTabel, in which a hidden cell holds no number, only why it is hidden.
"""
